package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.journal.NewMetric;
import java.util.List;
import java.util.UUID;

/** Metrics turned into one list per column, so that one statement writes any number of them. */
record NewMetrics(List<NewMetric> records) {

    /** The jobs, each once. */
    List<UUID> jobs() {
        return records.stream().map(metric -> metric.job().value()).distinct().toList();
    }

    List<UUID> owners() {
        return records.stream().map(metric -> metric.job().value()).toList();
    }

    List<UUID> ids() {
        return records.stream().map(NewMetric::id).toList();
    }

    List<String> stages() {
        return records.stream().map(NewMetric::stage).toList();
    }

    List<Long> durations() {
        return records.stream().map(metric -> Mapping.micros(metric.duration())).toList();
    }
}
