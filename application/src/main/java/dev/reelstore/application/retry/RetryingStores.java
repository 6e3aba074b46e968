package dev.reelstore.application.retry;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.video.VideoStore;

/**
 * Stores each of which repeats its calls.
 *
 * @param jobs also tells of created jobs
 * @param claims what workers do with jobs
 * @param channels channels of videos
 * @param journal what happened to jobs
 * @param videos videos
 * @param qualities renditions of videos
 * @param analysis what was found in the media of jobs
 */
record RetryingStores(
        JobStore jobs,
        ClaimStore claims,
        ChannelStore channels,
        JournalStore journal,
        VideoStore videos,
        QualityStore qualities,
        AnalysisStore analysis)
        implements Stores {}
