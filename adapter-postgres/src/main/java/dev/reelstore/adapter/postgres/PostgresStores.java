package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.video.VideoStore;

/**
 * All stores in one scope.
 *
 * @param jobs making, finding and ending jobs
 * @param claims what workers do with jobs
 * @param journal what happened to jobs
 * @param channels channels of videos
 * @param videos videos
 * @param qualities renditions of videos
 * @param analysis what was found in the media of jobs
 */
record PostgresStores(
        JobStore jobs,
        ClaimStore claims,
        JournalStore journal,
        ChannelStore channels,
        VideoStore videos,
        QualityStore qualities,
        AnalysisStore analysis)
        implements Stores {

    PostgresStores(Scope scope) {
        this(
                new PostgresJobStore(scope),
                new PostgresClaimStore(scope),
                new PostgresJournalStore(scope),
                new PostgresChannelStore(scope),
                new PostgresVideoStore(scope),
                new PostgresQualityStore(scope),
                new PostgresAnalysisStore(scope));
    }
}
