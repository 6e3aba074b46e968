package dev.reelstore.application.retry;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Health;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals;
import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.video.VideoStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A store on one thread that keeps jobs in a list and whose next commits fail as they are told to. */
public final class ShakyPersistence implements Persistence {

    final Deque<RuntimeException> failures = new ArrayDeque<>();
    final List<String> committed = new ArrayList<>();
    final List<@Nullable Object> timeouts = new ArrayList<>();
    int commits;

    private final ShakyUnits units = new ShakyUnits(this);
    private final Set<Capability> capabilities;

    /** A store that is seen by this process alone. */
    public ShakyPersistence() {
        this(Set.of());
    }

    /** A store that can do this. */
    public ShakyPersistence(Set<Capability> capabilities) {
        this.capabilities = capabilities;
    }

    /** One unit, or one call that is a unit of its own, comes to its commit. */
    void commit(List<String> created) {
        commits++;
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        committed.addAll(created);
    }

    @Override
    public UnitOfWork unitOfWork() {
        return units;
    }

    @Override
    public JobStore jobs() {
        return new ShakyJobs(created -> {
            if (units.active()) {
                units.created(created);
            } else {
                commit(List.of(created));
            }
        });
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

    @Override
    public Signals signals() {
        return Unused.port(Signals.class);
    }

    @Override
    public Handover handover() {
        return Unused.port(Handover.class);
    }

    @Override
    public Health health() {
        return Unused.port(Health.class);
    }

    @Override
    public ReadToken token() {
        commit(List.of());
        return new ReadToken("shaky");
    }

    @Override
    public Instant now() {
        commit(List.of());
        return Instant.EPOCH;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public void close() {
        committed.add("closed");
    }
}
