package dev.reelstore.benchmarks;

import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.BenchServer.Filling;
import java.util.function.Consumer;

/**
 * What a race runs on.
 *
 * @param server the common one
 * @param contestant whose race it is
 * @param database one of the contestant's own on that server
 * @param scale how much work: 1 in a full run, less in a quick one
 * @param course takes how it went on the way, for plots: as many figures each time as the workload has
 */
public record Bench(BenchServer server, String contestant, Database database, double scale, Consumer<double[]> course) {

    /** So much of what a full run takes, rounded to whole thousands where there are any. */
    public int of(int full) {
        int part = (int) Math.max(1, full * scale);
        return part > 2_000 ? part / 1_000 * 1_000 : part;
    }

    /**
     * The same on another database of the contestant's own, which was filled once for all races.
     *
     * @param what as its name says it
     * @param full how many jobs it is filled with in a full run
     */
    public Bench filled(String what, int full, Filling filling) throws Exception {
        return new Bench(server, contestant, server.filled(contestant, what, of(full), filling), scale, course);
    }
}
