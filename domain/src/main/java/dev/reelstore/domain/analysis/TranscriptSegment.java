package dev.reelstore.domain.analysis;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * What is said in a part of the medium.
 *
 * @param id its identity
 * @param job in whose medium
 * @param range when
 * @param text what is said, at most 10,000 characters
 * @param confidence how sure that is, 0 to 1, or null
 * @param speaker who says it, at most 200 characters, or null
 */
public record TranscriptSegment(
        FindingId id,
        JobId job,
        TimeRange range,
        String text,
        @Nullable Double confidence,
        @Nullable String speaker) implements Finding {

    /** The most characters of a segment, and of what is searched for in it. */
    public static final int MAX_TEXT_LENGTH = 10_000;

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public TranscriptSegment {
        Check.present("finding id", id);
        Check.present("job id", job);
        Check.present("range", range);
        text = Check.present("transcript text", Check.optionalText("transcript text", text, MAX_TEXT_LENGTH));
        confidence = Check.optionalFraction("transcript confidence", confidence);
        speaker = Check.optionalText("speaker", speaker, 200);
    }

    /** A new segment of which no more is known. */
    public static TranscriptSegment of(JobId job, TimeRange range, String text) {
        return new TranscriptSegment(FindingId.next(), job, range, text, null, null);
    }

    /** The same with this identity. */
    public TranscriptSegment id(FindingId value) {
        return new TranscriptSegment(value, job, range, text, confidence, speaker);
    }

    /** The same, this sure. */
    public TranscriptSegment confidence(@Nullable Double value) {
        return new TranscriptSegment(id, job, range, text, value, speaker);
    }

    /** The same, said by this speaker. */
    public TranscriptSegment speaker(@Nullable String value) {
        return new TranscriptSegment(id, job, range, text, confidence, value);
    }

    @Override
    public FindingKind<TranscriptSegment> kind() {
        return FindingKind.TRANSCRIPT;
    }
}
