package dev.reelstore.domain.analysis;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.JsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * How the picture of a job's medium is divided; one per job.
 *
 * @param job in whose medium
 * @param type such as {@code split_screen}, 1 to 100 characters
 * @param splitRatio where it is divided, 0 to 1, or null
 * @param confidence how sure that is, 0 to 1, or null
 * @param regions what is where, in the words of whoever found it
 */
public record Layout(
        JobId job,
        String type,
        @Nullable Double splitRatio,
        @Nullable Double confidence,
        JsonDocument regions) {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public Layout {
        Check.present("job id", job);
        type = Check.text("layout type", type, 100);
        splitRatio = Check.optionalFraction("split ratio", splitRatio);
        confidence = Check.optionalFraction("layout confidence", confidence);
        Check.present("layout regions", regions);
    }

    /** A layout of which no more is known. */
    public static Layout of(JobId job, String type) {
        return new Layout(job, type, null, null, JsonDocument.EMPTY);
    }

    /** The same, divided there. */
    public Layout splitRatio(@Nullable Double value) {
        return new Layout(job, type, value, confidence, regions);
    }

    /** The same, this sure. */
    public Layout confidence(@Nullable Double value) {
        return new Layout(job, type, splitRatio, value, regions);
    }

    /** The same with these regions. */
    public Layout regions(JsonDocument value) {
        return new Layout(job, type, splitRatio, confidence, value);
    }
}
