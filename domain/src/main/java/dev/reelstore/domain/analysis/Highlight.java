package dev.reelstore.domain.analysis;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * A part of the medium that is worth showing.
 *
 * @param id its identity
 * @param job in whose medium
 * @param range when
 * @param score how much so, on any scale, a finite number
 * @param title at most 1,000 characters, or null
 * @param reason why, at most 10,000 characters, or null
 */
public record Highlight(
        FindingId id,
        JobId job,
        TimeRange range,
        double score,
        @Nullable String title,
        @Nullable String reason) implements Finding.Scored {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public Highlight {
        Check.present("finding id", id);
        Check.present("job id", job);
        Check.present("range", range);
        score = Check.range("highlight score", score, -Double.MAX_VALUE, Double.MAX_VALUE);
        title = Check.optionalText("highlight title", title, 1_000);
        reason = Check.optionalText("highlight reason", reason, 10_000);
    }

    /** A new highlight of which no more is known. */
    public static Highlight of(JobId job, TimeRange range, double score) {
        return new Highlight(FindingId.next(), job, range, score, null, null);
    }

    /** The same with this identity. */
    public Highlight id(FindingId value) {
        return new Highlight(value, job, range, score, title, reason);
    }

    /** The same with this title. */
    public Highlight title(@Nullable String value) {
        return new Highlight(id, job, range, score, value, reason);
    }

    /** The same for this reason. */
    public Highlight reason(@Nullable String value) {
        return new Highlight(id, job, range, score, title, value);
    }

    @Override
    public FindingKind<Highlight> kind() {
        return FindingKind.HIGHLIGHT;
    }
}
