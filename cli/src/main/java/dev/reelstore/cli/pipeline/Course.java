package dev.reelstore.cli.pipeline;

import dev.reelstore.application.worker.JobContext;
import dev.reelstore.application.worker.Stage;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far one job has come over all its stages; tells the store and whoever watches this process. Safe from any thread. */
final class Course {

    private static final int MOST_WEIGHT = 1_000_000;

    private final JobContext context;
    private final ProgressSink sink;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private static final class Part {
        private final Stage stage;
        private final int weight;
        private double percent;

        private Part(Stage stage, int weight) {
            this.stage = stage;
            this.weight = weight;
        }
    }

    Course(JobContext context, ProgressSink sink) {
        this.context = context;
        this.sink = sink;
    }

    /** Adds a stage, which counts in the whole from now on. */
    synchronized Course plan(String name, int weight) {
        int fitting = Math.max(1, Math.min(MOST_WEIGHT, weight));
        Stage stage = context.stage(name, fitting);
        stage.percent(0);
        parts.put(name, new Part(stage, fitting));
        return this;
    }

    synchronized Stage stage(String name) {
        return part(name).stage;
    }

    /** The stage has ended; who watches hears of it when the next begins. */
    synchronized void ended(String name) {
        keep(name, 100);
    }

    synchronized void percent(String name, double percent) {
        keep(name, percent);
        double weights = parts.values().stream().mapToInt(each -> each.weight).sum();
        double done = parts.values().stream()
                .mapToDouble(each -> each.weight * each.percent)
                .sum();
        sink.progress(context.job().id(), done / weights, name);
    }

    private void keep(String name, double percent) {
        Part part = part(name);
        part.percent = percent;
        part.stage.percent(percent);
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("stage " + name + " was not planned");
        }
        return part;
    }
}
