package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.video.VideoStore;
import dev.reelstore.testkit.random.operation.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The store that does what the ports promise, for one thread. */
public final class ModelStore implements Subject {

    private final ModelUnits units = new ModelUnits(this);
    private final Ports ports = new Ports(this, new Outside());
    private State state = new State();
    private Instant now = Instant.EPOCH;
    private long tokens;
    private @Nullable ModelUnit open;

    @Override
    public void begin(Instant at) {
        state = new State();
        now = at;
        tokens = 0;
        open = null;
    }

    @Override
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Stores stores() {
        return ports;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return units;
    }

    @Override
    public void close() {
        state = new State();
    }

    Instant now() {
        return now;
    }

    State state() {
        return state;
    }

    void replace(State other) {
        state = other;
    }

    UUID nextToken() {
        tokens++;
        return new UUID(0x6d6f64656c_4000L, tokens);
    }

    @Nullable
    ModelUnit open() {
        return open;
    }

    void open(@Nullable ModelUnit unit) {
        open = unit;
    }

    /** Runs a call all or none. */
    <T> T whole(Function<State, T> call) {
        State before = state.copy();
        boolean kept = false;
        try {
            T answer = call.apply(state);
            kept = true;
            return answer;
        } finally {
            state = kept ? state : before;
        }
    }

    /** The ports of the store itself, which join the unit that is open. */
    private final class Outside implements Door {
        @Override
        public <T> T read(Function<State, T> call) {
            return open == null ? call.apply(state) : open.read(call);
        }

        @Override
        public <T> T write(Function<State, T> call) {
            return open == null ? whole(call) : open.write(call);
        }
    }

    /** One set of ports through one door. */
    record Ports(ModelStore store, Door door) implements Stores {
        @Override
        public JobStore jobs() {
            return new ModelJobs(store, door);
        }

        @Override
        public ClaimStore claims() {
            return new ModelClaims(store, door);
        }

        @Override
        public ChannelStore channels() {
            return new ModelChannels(store, door);
        }

        @Override
        public JournalStore journal() {
            return new ModelJournal(store, door);
        }

        @Override
        public VideoStore videos() {
            return new ModelVideos(store, door);
        }

        @Override
        public QualityStore qualities() {
            return new ModelQualities(store, door);
        }

        @Override
        public AnalysisStore analysis() {
            return new ModelAnalysis(door);
        }
    }
}
