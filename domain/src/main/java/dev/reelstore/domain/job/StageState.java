package dev.reelstore.domain.job;

import dev.reelstore.domain.value.JsonDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stage as the store has it. It outlives the attempt that wrote it: the next one resumes from its checkpoint.
 *
 * @param progress how far it has come
 * @param checkpoint from which a re-run resumes, or null
 * @param updatedAt when either was last written, in the store's time
 */
public record StageState(StageProgress progress, @Nullable JsonDocument checkpoint, Instant updatedAt) {

    /** The stage's name. */
    public String stage() {
        return progress.stage();
    }
}
