package dev.reelstore.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets all contestants do a workload in turn, again and again (A B C A B C …), so that the machine's moods hit all alike. */
final class Tournament {

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
    List<Result> hold(Workload workload) {
        Map<Contestant, List<Lap>> laps = new LinkedHashMap<>();
        for (Contestant contestant : contestants) {
            if (contestant.races().containsKey(workload) && lap(contestant, workload, true) != null) {
                laps.put(contestant, new ArrayList<>());
            }
        }
        for (int run = 0; run < runs; run++) {
            for (Contestant contestant : List.copyOf(laps.keySet())) {
                Lap lap = lap(contestant, workload, false);
                if (lap == null) {
                    laps.remove(contestant);
                } else {
                    requireNonNull(laps.get(contestant)).add(lap);
                }
            }
        }
        return results(workload, laps);
    }

    /**
     * Null when it failed.
     *
     * @param warmingUp all of the work once: much of the code that is slow at first is not a contestant's own
     */
    private @Nullable Lap lap(Contestant contestant, Workload workload, boolean warmingUp) {
        try {
            double[][] course = {{}};
            double figure = requireNonNull(contestant.races().get(workload))
                    .run(new Bench(
                            server,
                            contestant.name().toLowerCase(Locale.ROOT),
                            server.database(contestant.name().toLowerCase(Locale.ROOT)),
                            scale,
                            told -> course[0] = told));
            progress.accept(workload.label() + " " + contestant.name() + (warmingUp ? " (warming up)" : "") + ": "
                    + workload.unit().format(figure) + " " + workload.unit().label());
            return new Lap(figure, course[0]);
        } catch (Exception failed) {
            progress.accept(workload.label() + " " + contestant.name() + " failed and is left out: " + failed);
            return null;
        }
    }

    private static List<Result> results(Workload workload, Map<Contestant, List<Lap>> laps) {
        double ours = laps.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("reelstore"))
                .mapToDouble(entry -> Lap.median(entry.getValue()))
                .findFirst()
                .orElse(0);
        List<Result> results = new ArrayList<>();
        laps.forEach((contestant, all) -> results.add(Result.of(workload, contestant.name(), all, ours)));
        return results;
    }
}
