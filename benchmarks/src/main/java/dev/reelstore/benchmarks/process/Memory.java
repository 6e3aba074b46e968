package dev.reelstore.benchmarks.process;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.benchmarks.Payload;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Calls of the store in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Memory {

    private final InMemoryPersistence store = InMemoryPersistence.create();
    private final ClaimRequest request = ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of("encode"));
    private final JobId waiting = JobId.next();

    /** One job that is not due to be claimed by this worker. */
    @Setup(Level.Trial)
    public void create() {
        store.jobs().create(job().id(waiting).queue("another"));
    }

    /** Closes the store. */
    @TearDown(Level.Trial)
    public void close() {
        store.close();
    }

    /** A job from its creation to its end; nothing is left of it, so that the store stays as it was. */
    @Benchmark
    public Settlement createClaimComplete() {
        store.jobs().create(job());
        Claim claim = store.claims().claim(request).get(0);
        Settlement settlement = store.claims().complete(claim, null);
        store.jobs().delete(claim.job().id());
        return settlement;
    }

    /** A job by its id. */
    @Benchmark
    public Job get() {
        return store.jobs().get(waiting);
    }

    /** Two calls in one unit of work. */
    @Benchmark
    public Job unit() {
        return store.unitOfWork().call(stores -> {
            stores.jobs().get(waiting);
            return stores.jobs().get(waiting);
        });
    }

    private static NewJob job() {
        return NewJob.of("encode", new Target("film", "1")).parameters(Payload.JSON);
    }
}
