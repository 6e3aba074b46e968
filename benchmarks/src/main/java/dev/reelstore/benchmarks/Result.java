package dev.reelstore.benchmarks;

import java.util.List;

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
 * @param course how it went on the way, the medians of the runs; empty for most workloads
 */
record Result(
        String workload,
        String contestant,
        double median,
        double min,
        double max,
        String unit,
        int runs,
        double ratioToReelstore,
        List<Double> course) {

    /** @param ours what Reelstore reached, or 0 */
    static Result of(Workload workload, String contestant, List<Lap> laps, double ours) {
        double median = Lap.median(laps);
        return new Result(
                workload.label(),
                contestant,
                median,
                laps.stream().mapToDouble(Lap::figure).min().orElse(0),
                laps.stream().mapToDouble(Lap::figure).max().orElse(0),
                workload.unit().label(),
                laps.size(),
                ours == 0 ? 0 : workload.unit().ratio(median, ours),
                Lap.medianCourse(laps));
    }
}
