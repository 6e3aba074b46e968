package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.analysis.TranscriptSegment;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Finding again what was found: which findings of one kind in one job, how many, and in which order. */
public interface AnalysisQueryContract extends Contract {

    @Test
    default void whereNothingWasFoundNothingIsAnswered(Persistence store) {
        JobId job = Found.job(store);
        for (FindingKind<?> kind : FindingKind.all()) {
            assertThat(store.analysis().list(FindingQuery.of(job, kind))).isEmpty();
            assertThat(store.analysis().list(FindingQuery.of(JobId.next(), kind)))
                    .isEmpty();
            assertThat(store.analysis().count(FindingQuery.of(JobId.next(), kind)))
                    .isZero();
        }
        assertThat(store.analysis().findLayout(JobId.next())).isEmpty();
    }

    @Test
    default void listsGoByPlaceThenByStartThenById(Persistence store) {
        JobId job = Found.job(store);
        FindingId low = new FindingId(new UUID(1, 1));
        FindingId high = new FindingId(new UUID(-1, 1));
        for (FindingKind<?> kind : FindingKind.all()) {
            List<Finding> inOrder = List.of(
                    Found.of(job, kind, FindingId.next(), TimeRange.ofMillis(1, 9), 0),
                    Found.of(job, kind, low, TimeRange.ofMillis(2, 9), 0),
                    Found.of(job, kind, high, TimeRange.ofMillis(2, 3), 0),
                    Found.of(job, kind, FindingId.next(), TimeRange.ofMillis(20_000_000, 20_000_001), 1));
            List<Finding> shuffled = new ArrayList<>(inOrder);
            Collections.reverse(shuffled);
            store.analysis().add(shuffled);

            assertThat(Found.all(store, job, kind)).isEqualTo(inOrder);
            assertThat(store.analysis().list(FindingQuery.of(job, kind).limit(2)))
                    .isEqualTo(inOrder.subList(0, 2));
            assertThat(store.analysis().count(FindingQuery.of(job, kind).limit(2)))
                    .isEqualTo(4);
        }
        ContentSegment last = ContentSegment.of(job, TimeRange.ofMillis(0, 1), 2, "early, and placed last", 1);
        store.analysis().add(List.of(last));
        assertThat(Found.all(store, job, FindingKind.CONTENT)).endsWith(last);
    }

    @Test
    default void aRangeOverlapsWhatSharesAMomentWithIt(Persistence store) {
        JobId job = Found.job(store);
        for (FindingKind<?> kind : FindingKind.all()) {
            Finding before = at(job, kind, 0, 10);
            Finding into = at(job, kind, 5, 11);
            Finding start = at(job, kind, 10, 10);
            Finding inside = at(job, kind, 12, 13);
            Finding around = at(job, kind, 1, 99);
            Finding end = at(job, kind, 20, 20);
            Finding after = at(job, kind, 20, 30);
            store.analysis().add(List.of(before, into, start, inside, around, end, after));

            assertThat(overlapping(store, job, kind, 10, 20)).containsExactlyInAnyOrder(into, start, inside, around);
            assertThat(overlapping(store, job, kind, 20, 20)).containsExactlyInAnyOrder(around, end, after);
            assertThat(overlapping(store, job, kind, 10, 10)).containsExactlyInAnyOrder(into, start, around);
            assertThat(overlapping(store, job, kind, 100, 200)).isEmpty();
        }
    }

    @Test
    default void aRangeIsExactToTheMicrosecond(Persistence store) {
        JobId job = Found.job(store);
        TranscriptSegment segment =
                TranscriptSegment.of(job, new TimeRange(Duration.ofNanos(1_000), Duration.ofNanos(3_000)), "quick");
        store.analysis().add(List.of(segment));
        FindingQuery<TranscriptSegment> all = FindingQuery.of(job, FindingKind.TRANSCRIPT);

        assertThat(store.analysis().list(all.overlapping(micros(0, 1)))).isEmpty();
        assertThat(store.analysis().list(all.overlapping(micros(0, 2)))).containsExactly(segment);
        assertThat(store.analysis().list(all.overlapping(micros(2, 9)))).containsExactly(segment);
        assertThat(store.analysis().list(all.overlapping(micros(3, 9)))).isEmpty();
    }

    @Test
    default void textIsFoundWhateverItsCase(Persistence store) {
        JobId job = Found.job(store);
        TranscriptSegment umlaut = Found.said(job, 1, "Die ÄRGERLICHE Straße");
        TranscriptSegment greek = Found.said(job, 2, "ΟΔΟΣ, and οδός");
        TranscriptSegment deseret = Found.said(job, 3, "𐐀 in capitals");
        TranscriptSegment dotted = Found.said(job, 4, "İstanbul");
        TranscriptSegment composed = Found.said(job, 5, "Caf\u00e9");
        store.analysis().add(List.of(umlaut, greek, deseret, dotted, composed));

        assertThat(containing(store, job, "ärgerliche str")).containsExactly(umlaut);
        assertThat(containing(store, job, "STRAẞE")).containsExactly(umlaut);
        assertThat(containing(store, job, "strasse")).isEmpty();
        assertThat(containing(store, job, "οδοσ")).containsExactly(greek);
        assertThat(containing(store, job, "οδος")).containsExactly(greek);
        assertThat(containing(store, job, "𐐨")).containsExactly(deseret);
        assertThat(containing(store, job, "istanbul")).containsExactly(dotted);
        assertThat(containing(store, job, "CAF\u00c9")).containsExactly(composed);
        assertThat(containing(store, job, "cafe\u0301")).isEmpty();
    }

    @Test
    default void textIsFoundCharacterByCharacter(Persistence store) {
        JobId job = Found.job(store);
        TranscriptSegment percent = Found.said(job, 1, "100% sure");
        TranscriptSegment number = Found.said(job, 2, "1000 sure");
        TranscriptSegment line = Found.said(job, 3, "a_b\\c\nd");
        TranscriptSegment other = Found.said(job, 4, "axb'c");
        store.analysis().add(List.of(percent, number, line, other));

        assertThat(containing(store, job, "0% s")).containsExactly(percent);
        assertThat(containing(store, job, "%")).containsExactly(percent);
        assertThat(containing(store, job, "a_b")).containsExactly(line);
        assertThat(containing(store, job, "b\\c\nd")).containsExactly(line);
        assertThat(containing(store, job, "b'c")).containsExactly(other);
        assertThat(containing(store, job, "1000 sure!")).isEmpty();
        assertThat(store.analysis()
                        .count(FindingQuery.of(job, FindingKind.TRANSCRIPT).containing("SURE")))
                .isEqualTo(2);
    }

    @Test
    default void segmentsAreFoundByKeywordAndImportance(Persistence store) {
        JobId job = Found.job(store);
        ContentSegment cats = content(job, 0, 0.25, "cats", "pets");
        ContentSegment dogs = content(job, 1, 0.75, "dogs", "pets");
        ContentSegment both = content(job, 2, 0.5, "cats", "dogs");
        store.analysis().add(List.of(cats, dogs, both));
        FindingQuery<ContentSegment> all = FindingQuery.of(job, FindingKind.CONTENT);

        assertThat(store.analysis().list(all.keyword("cats"))).containsExactly(cats, both);
        assertThat(store.analysis().list(all.keyword("cat"))).isEmpty();
        assertThat(store.analysis().list(all.keyword("Cats"))).isEmpty();
        assertThat(store.analysis().list(all.keyword("cat%"))).isEmpty();
        assertThat(store.analysis().list(all.leastScore(0.5))).containsExactly(dogs, both);
        assertThat(store.analysis().list(all.bestFirst())).containsExactly(dogs, both, cats);
        assertThat(store.analysis().list(all.keyword("pets").leastScore(0.5).overlapping(Found.RANGE)))
                .containsExactly(dogs);
        assertThat(store.analysis().count(all.keyword("pets").leastScore(0.26))).isEqualTo(1);
    }

    @Test
    default void theBestHighlightsComeFirstAndEquallyGoodOnesInTheirOrder(Persistence store) {
        JobId job = Found.job(store);
        Highlight late = Highlight.of(job, TimeRange.ofMillis(9, 10), 0.5);
        Highlight early = Highlight.of(job, TimeRange.ofMillis(1, 2), 0.5);
        Highlight best = Highlight.of(job, TimeRange.ofMillis(5, 6), 7e300);
        Highlight worst = Highlight.of(job, TimeRange.ofMillis(0, 1), -3);
        Highlight zero = Highlight.of(job, TimeRange.ofMillis(3, 4), 0.0);
        Highlight negativeZero = Highlight.of(job, TimeRange.ofMillis(2, 3), -0.0);
        store.analysis().add(List.of(late, worst, early, best, zero, negativeZero));
        FindingQuery<Highlight> bestFirst =
                FindingQuery.of(job, FindingKind.HIGHLIGHT).bestFirst();

        assertThat(store.analysis().list(bestFirst)).containsExactly(best, early, late, negativeZero, zero, worst);
        assertThat(store.analysis().list(bestFirst.limit(2))).containsExactly(best, early);
        assertThat(store.analysis().list(bestFirst.leastScore(0.5).limit(10))).containsExactly(best, early, late);
    }

    private static ContentSegment content(JobId job, int order, double score, String... keywords) {
        return ContentSegment.of(job, Found.RANGE, order, "topic", score).keywords(List.of(keywords));
    }

    private static Finding at(JobId job, FindingKind<?> kind, int start, int end) {
        return Found.of(job, kind, FindingId.next(), TimeRange.ofMillis(start, end), 0);
    }

    private static TimeRange micros(long start, long end) {
        return new TimeRange(Duration.ofNanos(start * 1_000), Duration.ofNanos(end * 1_000));
    }

    private static List<Finding> overlapping(Persistence store, JobId job, FindingKind<?> kind, int start, int end) {
        return List.copyOf(
                store.analysis().list(FindingQuery.of(job, kind).overlapping(TimeRange.ofMillis(start, end))));
    }

    private static List<TranscriptSegment> containing(Persistence store, JobId job, String text) {
        return store.analysis()
                .list(FindingQuery.of(job, FindingKind.TRANSCRIPT).containing(text));
    }
}
