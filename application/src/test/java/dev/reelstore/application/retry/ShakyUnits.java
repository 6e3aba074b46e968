package dev.reelstore.application.retry;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.video.VideoStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units of {@link ShakyPersistence}: one at a time. */
final class ShakyUnits implements UnitOfWork {

    private final ShakyPersistence store;
    private @Nullable List<String> open;

    ShakyUnits(ShakyPersistence store) {
        this.store = store;
    }

    void created(String id) {
        if (open != null) {
            open.add(id);
        }
    }

    @Override
    public boolean active() {
        return open != null;
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T call(UnitOptions options, Work<T, E> work) throws E {
        if (open != null) {
            return work.apply(new OneUnit());
        }
        store.timeouts.add(options.timeout());
        List<String> created = new ArrayList<>();
        open = created;
        T value;
        try {
            value = work.apply(new OneUnit());
        } finally {
            open = null;
        }
        store.commit(created);
        return value;
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> Guarded<T> under(
            Claim claim, UnitOptions options, Work<T, E> work) throws E {
        return new Guarded.Done<>(this.<T, E>call(options, work));
    }

    @Override
    public UnitHandle open(UnitOptions options) {
        List<String> created = new ArrayList<>();
        open = created;
        return new UnitHandle() {
            @Override
            public Unit stores() {
                return new OneUnit();
            }

            @Override
            public void commit() {
                open = null;
                store.commit(created);
            }

            @Override
            public void close() {
                open = null;
            }
        };
    }

    private final class OneUnit implements Unit {

        @Override
        public <T extends @Nullable Object, E extends Exception> T nested(Work<T, E> work) throws E {
            return work.apply(this);
        }

        @Override
        public void savepoint(String name) {
            // nothing is ever undone here
        }

        @Override
        public void rollbackTo(String name) {
            // nothing is ever undone here
        }

        @Override
        public void release(String name) {
            // nothing is ever undone here
        }

        @Override
        public JobStore jobs() {
            return new ShakyJobs(ShakyUnits.this::created);
        }

        @Override
        public ClaimStore claims() {
            return Unused.port(ClaimStore.class);
        }

        @Override
        public ChannelStore channels() {
            return Unused.port(ChannelStore.class);
        }

        @Override
        public JournalStore journal() {
            return Unused.port(JournalStore.class);
        }

        @Override
        public VideoStore videos() {
            return Unused.port(VideoStore.class);
        }

        @Override
        public QualityStore qualities() {
            return Unused.port(QualityStore.class);
        }

        @Override
        public AnalysisStore analysis() {
            return Unused.port(AnalysisStore.class);
        }
    }
}
