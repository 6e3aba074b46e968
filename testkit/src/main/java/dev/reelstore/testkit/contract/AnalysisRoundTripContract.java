package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.analysis.SilenceRegion;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.analysis.TranscriptSegment;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was found comes back as it was given: every field with nothing, with something odd and with its most (G9). */
public interface AnalysisRoundTripContract extends Contract {

    /** To the microsecond, and longer than 32 bits of milliseconds. */
    TimeRange ODD =
            new TimeRange(Duration.ofNanos(1_234_567_891), Duration.ofDays(99).plusNanos(999));

    @Test
    default void everyFieldOfAFindingIsKept(Persistence store) {
        JobId job = Found.job(store);
        TimeRange all = new TimeRange(Duration.ZERO, Check.LONGEST);
        TimeRange moment = new TimeRange(Check.LONGEST, Check.LONGEST);

        same(
                store,
                TranscriptSegment.of(job, ODD, "Grüße, 世界 🎬\n100% _\\ 'x'")
                        .confidence(0.1)
                        .speaker("Zoë"));
        same(store, new TranscriptSegment(FindingId.next(), job, all, "", 0.0, ""));
        same(store, new TranscriptSegment(FindingId.next(), job, moment, "🎬".repeat(10_000), 1.0, "🎬".repeat(200)));
        same(store, SilenceRegion.of(job, ODD).type("pause").thresholdDb(-30.5));
        same(store, new SilenceRegion(FindingId.next(), job, all, "", -0.0));
        same(store, new SilenceRegion(FindingId.next(), job, moment, "🎬".repeat(100), -1_000.0));
        same(
                store,
                ContentSegment.of(job, ODD, 0, "cats", 1 / 3.0).keywords(List.of("b", "a, {\"}", "NULL", "Ünï 🎬")));
        same(store, ContentSegment.of(job, all, Integer.MAX_VALUE, "🎬".repeat(1_000), 0.0));
        same(store, ContentSegment.of(job, moment, 1, "t", 1).keywords(mostKeywords()));
        same(store, Highlight.of(job, ODD, 0.1 + 0.2).title("goal").reason("loud"));
        same(store, new Highlight(FindingId.next(), job, all, -Double.MAX_VALUE, "", ""));
        same(
                store,
                new Highlight(FindingId.next(), job, moment, Double.MIN_VALUE, "🎬".repeat(1_000), "é".repeat(10_000)));
        same(
                store,
                Clip.of(job, ODD, 0, "one")
                        .location("s3://b/k")
                        .thumbnail("t.jpg")
                        .sizeBytes(3_000_000_000L));
        same(store, new Clip(FindingId.next(), job, all, "two", Integer.MAX_VALUE, "", "", 0L));
        String longest = "🎬".repeat(4_000);
        same(store, new Clip(FindingId.next(), job, moment, "🎬".repeat(1_000), 1, longest, longest, Long.MAX_VALUE));
        Found.oneOfEach(job).forEach(finding -> same(store, finding));
    }

    @Test
    default void everyFieldOfALayoutIsKept(Persistence store) {
        JobId job = Found.job(store);
        same(store, Layout.of(job, "split").splitRatio(1 / 3.0).confidence(0.9).regions(new JsonDocument(" [ 1.0 ] ")));
        same(store, new Layout(job, "🎬".repeat(100), 0.0, 1.0, JsonDocument.EMPTY));
        same(store, Layout.of(job, "full"));
    }

    private static List<String> mostKeywords() {
        return IntStream.range(0, ContentSegment.MAX_KEYWORDS)
                .mapToObj(i -> "🎬".repeat(197) + (100 + i))
                .toList();
    }

    private static void same(Persistence store, Finding asked) {
        store.analysis().delete(asked.job(), asked.kind());
        store.analysis().add(List.of(asked));
        assertThat(Found.all(store, asked.job(), asked.kind())).isEqualTo(List.of(asked));
    }

    private static void same(Persistence store, Layout asked) {
        store.analysis().putLayout(asked);
        assertThat(store.analysis().findLayout(asked.job())).contains(asked);
    }
}
