package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.JsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A job that is done.
 *
 * @param claim under which it was done
 * @param result what to keep as its result, or null
 */
public record Completion(Claim claim, @Nullable JsonDocument result) {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when the claim is missing */
    public Completion {
        Check.present("claim", claim);
    }
}
