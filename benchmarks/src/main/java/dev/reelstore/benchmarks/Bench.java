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
 * @param scale how much work: 1 in a full run, less in a quick one and to warm up
 * @param whole the scale of the run, also where this is to warm up
 * @param course takes how it went on the way, for plots: as many figures each time as the workload has
 */
public record Bench(
        BenchServer server,
        String contestant,
        Database database,
        double scale,
        double whole,
        Consumer<double[]> course) {

    /** So much of what a full run takes, rounded to whole thousands where there are any. */
    public int of(int full) {
        return part(full, scale);
    }

    /**
     * The same on another database of the contestant's own, which was filled once for all races.
     *
     * @param what as its name says it
     * @param full how many jobs it is filled with in a full run
     */
    public Bench filled(String what, int full, Filling filling) throws Exception {
        Database other = server.filled(contestant, what, part(full, whole), filling);
        return new Bench(server, contestant, other, scale, whole, course);
    }

    private static int part(int full, double scale) {
        int part = (int) Math.max(1, full * scale);
        return part > 2_000 ? part / 1_000 * 1_000 : part;
    }
}
