package dev.reelstore.domain.job;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * How far one stage of a job has come.
 *
 * @param stage its name, 1 to 100 characters; unique within the job
 * @param weight its share of the job against the other stages, 0 to 1,000,000
 * @param percent 0 to 100, kept to two decimals
 * @param message for people, or null; mended and cut to 500 characters, never refused
 */
public record StageProgress(
        String stage, int weight, double percent, @Nullable String message) {

    private static final int MAX_MESSAGE_LENGTH = 500;

    /** @throws InvalidDataException when a value breaks its rule */
    public StageProgress {
        stage = checkStage(stage);
        Check.range("stage weight", weight, 0, 1_000_000);
        if (!(percent >= 0 && percent <= 100)) {
            throw new InvalidDataException("stage percent is " + percent + ": it must be 0 to 100", null);
        }
        percent = Math.round(percent * 100) / 100.0;
        message = Text.fit(message, MAX_MESSAGE_LENGTH);
    }

    static String checkStage(String name) {
        return Check.text("stage name", name, 100);
    }
}
