package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.video.VideoStore;

/** The stores whose statements all run in one unit. */
abstract class StoresOfUnit implements Unit, Scope {

    private final PostgresStores stores = new PostgresStores(this);

    @Override
    public JobStore jobs() {
        return stores.jobs();
    }

    @Override
    public ClaimStore claims() {
        return stores.claims();
    }

    @Override
    public ChannelStore channels() {
        return stores.channels();
    }

    @Override
    public JournalStore journal() {
        return stores.journal();
    }

    @Override
    public VideoStore videos() {
        return stores.videos();
    }

    @Override
    public QualityStore qualities() {
        return stores.qualities();
    }

    @Override
    public AnalysisStore analysis() {
        return stores.analysis();
    }

    @Override
    public final boolean inUnit() {
        return true;
    }
}
