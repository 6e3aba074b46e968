package dev.reelstore.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Draws what a run has measured of growth: the plots for which it has figures. */
final class Plots {

    private static final List<Integer> GROWN = List.of(0, 1_000_000, 5_000_000);
    private static final String FINISHED = "finished jobs in the store";
    private static final String CLAIM = "claim of one job, p50 (µs)";

    private static final int CLAIMS_PER_TENTH = 1_000;

    private final Path directory;
    private final double scale;
    private final List<Result> results;

    /** @param scale of the run that had these results */
    Plots(Path directory, double scale, List<Result> results) {
        this.directory = directory;
        this.scale = scale;
        this.results = results;
    }

    /** Writes them, and says which files. */
    List<Path> write() throws IOException {
        Files.createDirectories(directory);
        List<Path> written = new ArrayList<>();
        add(
                written,
                "drain-growth.svg",
                new Plot(
                        "Drain of a queue, as finished jobs grow",
                        FINISHED,
                        "jobs per second",
                        places(GROWN),
                        grown(List.of(Workload.W3, Workload.W5M1, Workload.W5M5))));
        add(
                written,
                "claim-growth.svg",
                new Plot(
                        "Claims, as finished jobs grow",
                        FINISHED,
                        CLAIM,
                        places(GROWN),
                        grown(List.of(Workload.W5C, Workload.W5CM1, Workload.W5CM5))));
        add(
                written,
                "claim-snapshot.svg",
                new Plot(
                        "Claims, while an old snapshot is held open",
                        "claims under it",
                        CLAIM,
                        places(IntStream.rangeClosed(1, 10)
                                .mapToObj(tenth -> tenth * CLAIMS_PER_TENTH)
                                .toList()),
                        results.stream()
                                .filter(result -> result.workload().equals(Workload.W5CS.label()))
                                .map(result -> new Plot.Line(result.contestant(), result.course()))
                                .toList()));
        return written;
    }

    private List<String> places(List<Integer> full) {
        return full.stream()
                .map(number -> String.format(Locale.ROOT, "%,.0f", number * scale))
                .toList();
    }

    /** One of each contestant who has done all of these workloads. */
    private List<Plot.Line> grown(List<Workload> workloads) {
        Set<String> contestants = new LinkedHashSet<>();
        results.forEach(result -> contestants.add(result.contestant()));
        return contestants.stream()
                .map(contestant -> new Plot.Line(contestant, medians(contestant, workloads)))
                .filter(line -> line.values().size() == workloads.size())
                .toList();
    }

    private List<Double> medians(String contestant, List<Workload> workloads) {
        return workloads.stream()
                .flatMap(workload -> results.stream()
                        .filter(result -> result.workload().equals(workload.label())
                                && result.contestant().equals(contestant)))
                .map(Result::median)
                .toList();
    }

    private void add(List<Path> written, String name, Plot plot) throws IOException {
        if (!plot.empty()) {
            written.add(Files.writeString(directory.resolve(name), plot.svg()));
        }
    }
}
