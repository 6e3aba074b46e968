package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.journal.JournalBatch;
import dev.reelstore.domain.journal.NewMetric;
import java.util.List;
import java.util.UUID;

/** Metrics turned into one list per column, so that one statement writes any number of them. */
record NewMetrics(JournalBatch<NewMetric> batch) {

    /** The jobs, each once. */
    List<UUID> jobs() {
        return batch.jobs().stream().map(job -> job.value()).toList();
    }

    List<UUID> owners() {
        return batch.records().stream().map(metric -> metric.job().value()).toList();
    }

    List<UUID> ids() {
        return batch.records().stream().map(NewMetric::id).toList();
    }

    List<String> stages() {
        return batch.records().stream().map(NewMetric::stage).toList();
    }

    List<Long> durations() {
        return batch.records().stream()
                .map(metric -> Mapping.micros(metric.duration()))
                .toList();
    }
}
