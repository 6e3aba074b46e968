package dev.reelstore.cli.pipeline;

import dev.reelstore.domain.analysis.AnalysisStore;
import java.util.function.Consumer;

/**
 * What a search in a file came to.
 *
 * @param message for people
 * @param skipped whether the file has nothing to be searched
 * @param write puts what was found in the place of what was there
 */
record Finds(String message, boolean skipped, Consumer<AnalysisStore> write) {

    static Finds of(String message, Consumer<AnalysisStore> write) {
        return new Finds(message, false, write);
    }

    static Finds nothing(String message) {
        return new Finds(message, true, store -> {});
    }
}
