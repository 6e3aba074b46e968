package dev.reelstore.benchmarks;

import java.util.Arrays;

/**
 * What a contestant reached in a workload.
 *
 * @param workload which
 * @param contestant who
 * @param median of the runs
 * @param min the smallest
 * @param max the largest
 * @param unit what the figures count
 * @param runs how many
 * @param ratioToReelstore how much better its median is than Reelstore's in the same run: below 1 where Reelstore leads; 0
 *     where Reelstore did not take part
 */
record Result(
        String workload,
        String contestant,
        double median,
        double min,
        double max,
        String unit,
        int runs,
        double ratioToReelstore) {

    static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
