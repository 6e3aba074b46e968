package dev.reelstore.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One go of one contestant.
 *
 * @param figure what it reached
 * @param course what it reached on the way; empty for most workloads
 */
record Lap(double figure, double[] course) {

    static double median(List<Lap> laps) {
        return median(laps.stream().mapToDouble(Lap::figure).toArray());
    }

    /** Of each place on the way. */
    static List<Double> medianCourse(List<Lap> laps) {
        int places = laps.stream().mapToInt(lap -> lap.course.length).min().orElse(0);
        return IntStream.range(0, places)
                .mapToObj(place -> median(
                        laps.stream().mapToDouble(lap -> lap.course[place]).toArray()))
                .toList();
    }

    static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
