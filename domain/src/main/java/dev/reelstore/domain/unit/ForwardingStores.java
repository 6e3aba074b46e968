package dev.reelstore.domain.unit;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.video.VideoStore;

/**
 * Stores that are those of another: for adapters, whose persistence and units each have a set of stores, and for whatever
 * decorates some of them and overrides those.
 */
public abstract class ForwardingStores implements Stores {

    /** Whose stores these are; asked at each call, so that it may refuse. */
    protected abstract Stores stores();

    @Override
    public JobStore jobs() {
        return stores().jobs();
    }

    @Override
    public ClaimStore claims() {
        return stores().claims();
    }

    @Override
    public ChannelStore channels() {
        return stores().channels();
    }

    @Override
    public JournalStore journal() {
        return stores().journal();
    }

    @Override
    public VideoStore videos() {
        return stores().videos();
    }

    @Override
    public QualityStore qualities() {
        return stores().qualities();
    }

    @Override
    public AnalysisStore analysis() {
        return stores().analysis();
    }
}
