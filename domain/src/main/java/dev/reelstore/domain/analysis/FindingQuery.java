package dev.reelstore.domain.analysis;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * Which findings of one kind in one job: all conditions must hold, and one that is absent always does.
 *
 * @param job in whose medium
 * @param kind of which kind
 * @param overlapping with a moment in this range, or null
 * @param containing of transcripts: with this text in theirs, ignoring case as
 *     {@link dev.reelstore.domain.value.CaseFolding#fold} does, or null
 * @param keyword of content segments: with exactly this keyword, or null
 * @param leastScore of content segments and highlights: with at least this score, or null
 * @param byScore of content segments and highlights: by {@link Finding.Scored#BEST_FIRST} instead of
 *     {@link Finding#IN_ORDER}
 * @param limit at most this many, 1 or more
 * @param <F> what is found
 */
public record FindingQuery<F extends Finding>(
        JobId job,
        FindingKind<F> kind,
        @Nullable TimeRange overlapping,
        @Nullable String containing,
        @Nullable String keyword,
        @Nullable Double leastScore,
        boolean byScore,
        int limit) {

    /** @throws InvalidDataException when a value breaks its rule, or a condition is none of this kind */
    public FindingQuery {
        Check.present("job id", job);
        Check.present("kind of finding", kind);
        if (containing != null) {
            only(kind, kind == FindingKind.TRANSCRIPT, "text to contain");
            containing = Check.text("text to contain", containing, TranscriptSegment.MAX_TEXT_LENGTH);
        }
        if (keyword != null) {
            only(kind, kind == FindingKind.CONTENT, "keyword");
            keyword = ContentSegment.checkKeyword(keyword);
        }
        if (leastScore != null) {
            only(kind, kind.scored(), "least score");
            leastScore = Check.range("least score", leastScore, -Double.MAX_VALUE, Double.MAX_VALUE);
        }
        if (byScore) {
            only(kind, kind.scored(), "best first");
        }
        Check.range("limit", limit, 1, Integer.MAX_VALUE);
    }

    /** All of this kind in this job, in their order. */
    public static <F extends Finding> FindingQuery<F> of(JobId job, FindingKind<F> kind) {
        return new FindingQuery<>(job, kind, null, null, null, null, false, Integer.MAX_VALUE);
    }

    /** The same, with a moment in this range. */
    public FindingQuery<F> overlapping(@Nullable TimeRange value) {
        return new FindingQuery<>(job, kind, value, containing, keyword, leastScore, byScore, limit);
    }

    /** The same, of transcripts with this text in theirs. */
    public FindingQuery<F> containing(@Nullable String value) {
        return new FindingQuery<>(job, kind, overlapping, value, keyword, leastScore, byScore, limit);
    }

    /** The same, of content segments with this keyword. */
    public FindingQuery<F> keyword(@Nullable String value) {
        return new FindingQuery<>(job, kind, overlapping, containing, value, leastScore, byScore, limit);
    }

    /** The same, of those with at least this score. */
    public FindingQuery<F> leastScore(@Nullable Double value) {
        return new FindingQuery<>(job, kind, overlapping, containing, keyword, value, byScore, limit);
    }

    /** The same, the best first. */
    public FindingQuery<F> bestFirst() {
        return new FindingQuery<>(job, kind, overlapping, containing, keyword, leastScore, true, limit);
    }

    /** The same, at most this many. */
    public FindingQuery<F> limit(int value) {
        return new FindingQuery<>(job, kind, overlapping, containing, keyword, leastScore, byScore, value);
    }

    private static void only(FindingKind<?> kind, boolean allowed, String condition) {
        if (!allowed) {
            throw new InvalidDataException(condition + " is no condition for findings of kind " + kind, null);
        }
    }
}
