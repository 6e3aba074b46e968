package dev.reelstore.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Lets all contestants do a workload in turn, again and again (A B C A B C …), so that the machine's moods hit all alike. */
final class Tournament {

    /** Of the work, so that everything was done once before it counts. */
    private static final double WARM_UP = 0.2;

    private final BenchServer server;
    private final List<Contestant> contestants;
    private final int runs;
    private final double scale;
    private final Consumer<String> progress;

    /**
     * Among these.
     *
     * @param runs how often each does each workload
     * @param scale how much work in each run
     * @param progress is told what is being done
     */
    Tournament(BenchServer server, List<Contestant> contestants, int runs, double scale, Consumer<String> progress) {
        this.server = server;
        this.contestants = contestants;
        this.runs = runs;
        this.scale = scale;
        this.progress = progress;
    }

    /** The results of all who can do this work, in the order of the contestants; one who fails is told of and left out. */
    List<Result> hold(Workload workload) throws Exception {
        Map<Contestant, double[]> figures = new LinkedHashMap<>();
        for (Contestant contestant : contestants) {
            if (contestant.races().containsKey(workload) && raced(contestant, workload, scale * WARM_UP) > 0) {
                figures.put(contestant, new double[runs]);
            }
        }
        for (int run = 0; run < runs; run++) {
            for (Contestant contestant : List.copyOf(figures.keySet())) {
                double figure = raced(contestant, workload, scale);
                if (figure > 0) {
                    requireNonNull(figures.get(contestant))[run] = figure;
                } else {
                    figures.remove(contestant);
                }
            }
        }
        return results(workload, figures);
    }

    /** Its figure, or 0 when it failed. */
    private double raced(Contestant contestant, Workload workload, double part) throws Exception {
        Bench bench = new Bench(server.database(contestant.name().toLowerCase(Locale.ROOT)), part);
        try {
            double figure = requireNonNull(contestant.races().get(workload)).run(bench);
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s %s%s: %,.0f %s",
                    workload.label(),
                    contestant.name(),
                    part < scale ? " (warming up)" : "",
                    figure,
                    workload.unit().label()));
            return figure;
        } catch (Exception failed) {
            progress.accept(workload.label() + " " + contestant.name() + " failed and is left out: " + failed);
            return 0;
        }
    }

    private static List<Result> results(Workload workload, Map<Contestant, double[]> figures) {
        double ours = figures.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("reelstore"))
                .mapToDouble(entry -> Result.median(entry.getValue()))
                .findFirst()
                .orElse(0);
        List<Result> results = new ArrayList<>();
        figures.forEach((contestant, runs) -> {
            double median = Result.median(runs);
            results.add(new Result(
                    workload.label(),
                    contestant.name(),
                    median,
                    Arrays.stream(runs).min().orElse(0),
                    Arrays.stream(runs).max().orElse(0),
                    workload.unit().label(),
                    runs.length,
                    ours == 0 ? 0 : workload.unit().ratio(median, ours)));
        });
        return results;
    }
}
