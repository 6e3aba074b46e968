package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stage as the statements answer it, column by column. */
record StageRow(
        String stage,
        int weight,
        int percentHundredths,
        @Nullable String message,
        @Nullable JsonDocument checkpoint,
        Instant updatedAt) {

    StageState state() {
        return new StageState(
                new StageProgress(stage, weight, percentHundredths / 100.0, message), checkpoint, updatedAt);
    }
}
