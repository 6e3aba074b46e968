package dev.reelstore.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.CaseFolding;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class AnalysisWordsTest {

    private static final JobId JOB = JobId.next();
    private static final TimeRange RANGE = TimeRange.ofMillis(1, 2);

    @Test
    void aRangeIsCutToTheMicrosecondAndDoesNotEndBeforeItStarts() {
        assertThat(new TimeRange(Duration.ofNanos(1_999), Duration.ofNanos(2_999)))
                .isEqualTo(new TimeRange(Duration.ofNanos(1_000), Duration.ofNanos(2_000)));
        assertThat(TimeRange.ofMillis(5, 9).length()).isEqualTo(Duration.ofMillis(4));
        refused("end of range is PT0.001S", () -> TimeRange.ofMillis(2, 1));
        refused("start of range", () -> TimeRange.ofMillis(-1, 1));
        refused("end of range", () -> new TimeRange(Duration.ZERO, Check.LONGEST.plusNanos(1)));
    }

    @Test
    void rangesOverlapWhereTheyShareAMoment() {
        assertThat(TimeRange.ofMillis(0, 5).overlaps(TimeRange.ofMillis(5, 9))).isFalse();
        assertThat(TimeRange.ofMillis(5, 9).overlaps(TimeRange.ofMillis(0, 5))).isFalse();
        assertThat(TimeRange.ofMillis(5, 5).overlaps(TimeRange.ofMillis(5, 9))).isTrue();
        assertThat(TimeRange.ofMillis(5, 5).overlaps(TimeRange.ofMillis(0, 5))).isFalse();
        assertThat(TimeRange.ofMillis(5, 5).overlaps(TimeRange.ofMillis(5, 5))).isTrue();
    }

    @Test
    void whatAFindingCannotHoldIsNamed() {
        refused(
                "transcript confidence is 1.01",
                () -> TranscriptSegment.of(JOB, RANGE, "a").confidence(1.01));
        refused(
                "transcript confidence is NaN",
                () -> TranscriptSegment.of(JOB, RANGE, "a").confidence(Double.NaN));
        refused("transcript text", () -> TranscriptSegment.of(JOB, RANGE, "a\u0000b"));
        refused("transcript text", () -> TranscriptSegment.of(JOB, RANGE, "a".repeat(10_001)));
        refused("silence threshold", () -> SilenceRegion.of(JOB, RANGE).thresholdDb(Double.NEGATIVE_INFINITY));
        refused("topic", () -> ContentSegment.of(JOB, RANGE, 0, " ", 0.5));
        refused("importance score is -0.1", () -> ContentSegment.of(JOB, RANGE, 0, "a", -0.1));
        refused("segment order is -1", () -> ContentSegment.of(JOB, RANGE, -1, "a", 0));
        refused("highlight score is Infinity", () -> Highlight.of(JOB, RANGE, Double.POSITIVE_INFINITY));
        refused("clip order", () -> Clip.of(JOB, RANGE, -1, "a"));
        refused("clip size in bytes is -1", () -> Clip.of(JOB, RANGE, 0, "a").sizeBytes(-1L));
        refused("split ratio is 2.0", () -> Layout.of(JOB, "a").splitRatio(2.0));
    }

    @Test
    void keywordsAreLinesAndEachIsThereOnce() {
        ContentSegment segment = ContentSegment.of(JOB, RANGE, 0, "a", 0.5);

        refused("keyword 'a\nb'", () -> segment.keywords(List.of("a\nb")));
        refused("keyword 'a' is there twice", () -> segment.keywords(List.of("a", "a")));
        refused("keyword is blank", () -> segment.keywords(List.of("")));
        refused("number of keywords is 101", () -> segment.keywords(Collections.nCopies(101, "a")));
    }

    @Test
    void aConditionThatIsNoneOfTheKindIsRefused() {
        FindingQuery<Clip> clips = FindingQuery.of(JOB, FindingKind.CLIP);
        FindingQuery<Highlight> highlights = FindingQuery.of(JOB, FindingKind.HIGHLIGHT);

        refused("best first is no condition for findings of kind CLIP", clips::bestFirst);
        refused("least score is no condition", () -> clips.leastScore(0.5));
        refused("keyword is no condition", () -> highlights.keyword("a"));
        refused("text to contain is no condition", () -> highlights.containing("a"));
        refused("limit is 0", () -> highlights.limit(0));
    }

    @Test
    void foldingTakesTheDifferenceBetweenCapitalsAndSmallLettersAway() {
        assertThat(CaseFolding.fold("ÄÖß ΟΔΌΣ ς 𐐀 İ")).isEqualTo("äöß οδόσ σ 𐐨 i");
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidDataException.class).hasMessageContaining(message);
    }
}
