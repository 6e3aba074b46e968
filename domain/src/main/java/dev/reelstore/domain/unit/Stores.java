package dev.reelstore.domain.unit;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.video.VideoStore;

/**
 * All stores that see the same data, each either on its own or bound to one unit of work. Every text, document, list and map
 * that their calls take has a limit, which is said where it is taken; where nothing is said of a collection, it is
 * {@value dev.reelstore.domain.value.Check#MAX_BATCH} elements. What is larger is refused before the store is asked anything.
 */
public interface Stores {

    /** Making, finding and ending jobs. */
    JobStore jobs();

    /** What workers do with jobs. */
    ClaimStore claims();

    /** Channels of videos. */
    ChannelStore channels();

    /** What happened to jobs, and how long it took. */
    JournalStore journal();

    /** Videos. */
    VideoStore videos();

    /** Renditions of videos. */
    QualityStore qualities();

    /** What was found in the media of jobs. */
    AnalysisStore analysis();
}
