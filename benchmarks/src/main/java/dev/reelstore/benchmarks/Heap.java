package dev.reelstore.benchmarks;

import java.lang.management.ManagementFactory;

/** What lives on the heap of this process. */
public final class Heap {

    private static final double BYTES_PER_MEGABYTE = 1_000_000;

    private Heap() {}

    /** In megabytes, after all that is not used any more was thrown away. */
    public static double live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MEGABYTE;
    }
}
