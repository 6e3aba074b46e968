package dev.reelstore.domain.analysis;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * A part that is cut out of the medium.
 *
 * @param id its identity
 * @param job in whose medium
 * @param range when
 * @param title 1 to 1,000 characters
 * @param order its place among the clips of the job, 0 or more
 * @param location where it lies: a path, an address or an object key, at most 4,000 characters, or null
 * @param thumbnail where its picture lies, at most 4,000 characters, or null
 * @param sizeBytes its length in bytes, or null
 */
public record Clip(
        FindingId id,
        JobId job,
        TimeRange range,
        String title,
        int order,
        @Nullable String location,
        @Nullable String thumbnail,
        @Nullable Long sizeBytes)
        implements Finding {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public Clip {
        Check.present("finding id", id);
        Check.present("job id", job);
        Check.present("range", range);
        title = Check.text("clip title", title, 1_000);
        Check.range("clip order", order, 0, Integer.MAX_VALUE);
        location = Check.optionalText("clip location", location, 4_000);
        thumbnail = Check.optionalText("clip thumbnail", thumbnail, 4_000);
        Check.optionalCount("clip size in bytes", sizeBytes);
    }

    /** A new clip that lies nowhere yet. */
    public static Clip of(JobId job, TimeRange range, int order, String title) {
        return new Clip(FindingId.next(), job, range, title, order, null, null, null);
    }

    /** The same with this identity. */
    public Clip id(FindingId value) {
        return new Clip(value, job, range, title, order, location, thumbnail, sizeBytes);
    }

    /** The same, lying there. */
    public Clip location(@Nullable String value) {
        return new Clip(id, job, range, title, order, value, thumbnail, sizeBytes);
    }

    /** The same with its picture there. */
    public Clip thumbnail(@Nullable String value) {
        return new Clip(id, job, range, title, order, location, value, sizeBytes);
    }

    /** The same of this length in bytes. */
    public Clip sizeBytes(@Nullable Long value) {
        return new Clip(id, job, range, title, order, location, thumbnail, value);
    }

    @Override
    public FindingKind<Clip> kind() {
        return FindingKind.CLIP;
    }
}
