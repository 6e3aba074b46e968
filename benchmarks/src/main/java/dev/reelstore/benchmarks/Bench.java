package dev.reelstore.benchmarks;

import dev.reelstore.benchmarks.BenchServer.Database;

/**
 * What a race runs on.
 *
 * @param database one of the contestant's own on the common server
 * @param scale how much work: 1 in a full run, less in a quick one and to warm up
 */
public record Bench(Database database, double scale) {

    /** So much of what a full run takes, rounded to whole thousands where there are any. */
    public int of(int full) {
        int part = (int) Math.max(1, full * scale);
        return part > 2_000 ? part / 1_000 * 1_000 : part;
    }
}
