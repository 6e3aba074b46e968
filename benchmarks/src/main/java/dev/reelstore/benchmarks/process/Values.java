package dev.reelstore.benchmarks.process;

import dev.reelstore.benchmarks.Payload;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.value.Uuid7;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a caller makes before it calls a store. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Values {

    /** Fields, so that nothing is computed once for all. */
    private String json = Payload.JSON;

    private String film = "film-1";

    /** An identifier that grows with time. */
    @Benchmark
    public UUID identifier() {
        return Uuid7.next();
    }

    /** A document of 200 characters, checked. */
    @Benchmark
    public JsonDocument document() {
        return new JsonDocument(json);
    }

    /** A job with that document. */
    @Benchmark
    public NewJob newJob() {
        return NewJob.of("encode", new Target("film", film)).parameters(json);
    }
}
