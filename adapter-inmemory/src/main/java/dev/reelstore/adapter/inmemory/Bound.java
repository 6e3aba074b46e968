package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.video.VideoStore;

/**
 * The stores whose calls all run in the same way.
 *
 * @param calls how
 */
record Bound(Calls calls) implements Stores {

    @Override
    public JobStore jobs() {
        return new InMemoryJobStore(calls);
    }

    @Override
    public ClaimStore claims() {
        return new InMemoryClaimStore(calls);
    }

    @Override
    public ChannelStore channels() {
        return new InMemoryChannelStore(calls);
    }

    @Override
    public JournalStore journal() {
        return new InMemoryJournalStore(calls);
    }

    @Override
    public VideoStore videos() {
        return new InMemoryVideoStore(calls);
    }

    @Override
    public QualityStore qualities() {
        return new InMemoryQualityStore(calls);
    }

    @Override
    public AnalysisStore analysis() {
        return new InMemoryAnalysisStore(calls);
    }
}
