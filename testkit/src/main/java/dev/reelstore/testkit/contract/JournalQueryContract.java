package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.journal.JournalCursor;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalPage;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.Metric;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.journal.StageDurations;
import dev.reelstore.domain.value.Check;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How the journal is read: pages in the order of time, filters, sums, and its purge by age. */
public interface JournalQueryContract extends Contract {

    @Test
    default void recordsAreListedByTimeThenById(Fixture fixture) {
        Persistence store = fixture.persistence();
        JobId job = store.jobs().create(Given.job()).id();
        NewLogEntry smallestId = note(job, "late");
        NewLogEntry second = note(job, "second");
        NewLogEntry first = note(job, "first");
        store.journal().logAll(List.of(first, second));
        fixture.advance(Duration.ofSeconds(1));
        store.journal().log(smallestId);

        assertThat(stages(store, JournalQuery.oldestFirst(JournalFilter.of(job))))
                .containsExactly("second", "first", "late");
        assertThat(stages(store, JournalQuery.newestFirst(JournalFilter.of(job))))
                .containsExactly("late", "first", "second");
    }

    @Test
    default void pagesFollowEachOtherWithoutGapOrRepeat(Persistence store) {
        JobId one = store.jobs().create(Given.job()).id();
        JobId two = store.jobs().create(Given.job()).id();
        List<NewLogEntry> entries = new ArrayList<>();
        List<NewMetric> metrics = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            NewLogEntry entry = note(one, "s" + i);
            entries.add(entry);
            entries.add(note(two, "s" + i).id(entry.id()));
            metrics.add(NewMetric.of(one, "s" + i, Duration.ofMillis(i)));
        }
        store.journal().logAll(entries);
        store.journal().measureAll(metrics);

        for (JournalFilter filter : List.of(JournalFilter.all(), JournalFilter.of(one), JournalFilter.of(two))) {
            for (JournalQuery query : List.of(JournalQuery.oldestFirst(filter), JournalQuery.newestFirst(filter))) {
                List<LogEntry> whole = store.journal().entries(query, Set.of()).records();
                assertThat(whole).hasSize(filter.job() == null ? 14 : 7);
                assertThat(pages(store, query.limit(3))).isEqualTo(whole);
            }
        }
        JournalQuery oldest = JournalQuery.oldestFirst(JournalFilter.of(one));
        JournalPage<Metric> page = store.journal().metrics(oldest.limit(4));
        JournalCursor next = JournalCursor.parse(String.valueOf(page.next()));
        JournalPage<Metric> rest = store.journal().metrics(oldest.limit(4).after(next));
        assertThat(page.records()).extracting(Metric::stage).containsExactly("s0", "s1", "s2", "s3");
        assertThat(rest.records()).extracting(Metric::stage).containsExactly("s4", "s5", "s6");
        assertThat(rest.next()).isNull();
    }

    @Test
    default void aPageThatIsExactlyFullHasNoNext(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        store.journal().logAll(List.of(note(job, "a"), note(job, "b")));
        JournalQuery query = JournalQuery.oldestFirst(JournalFilter.of(job)).limit(2);

        assertThat(store.journal().entries(query, Set.of()).next()).isNull();
    }

    @Test
    default void allConditionsOfAFilterMustHold(Fixture fixture) {
        Persistence store = fixture.persistence();
        JobId encode = store.jobs().create(Given.job()).id();
        JobId probe = store.jobs()
                .create(NewJob.of("probe", new Target("film", "one")))
                .id();
        store.journal().logAll(List.of(note(encode, "a"), note(encode, "b"), note(probe, "a")));
        Instant early = store.journal().latest(probe).get(0).recordedAt();
        fixture.advance(Duration.ofHours(1));
        store.journal().log(note(encode, "a"));
        Instant late = store.journal().latest(encode).get(1).recordedAt();

        assertThat(count(store, JournalFilter.all())).isEqualTo(4);
        assertThat(count(store, JournalFilter.of(encode))).isEqualTo(3);
        assertThat(count(store, JournalFilter.all().jobType(Given.TYPE))).isEqualTo(3);
        assertThat(count(store, JournalFilter.all().jobType("probe").stage("a")))
                .isEqualTo(1);
        assertThat(count(store, JournalFilter.all().stage("a"))).isEqualTo(3);
        assertThat(count(store, JournalFilter.all().stage("A"))).isZero();
        assertThat(count(store, JournalFilter.all().from(late))).isEqualTo(1);
        assertThat(count(store, JournalFilter.all().from(late.plusNanos(1_000))))
                .isZero();
        assertThat(count(store, JournalFilter.all().from(early).before(late))).isEqualTo(3);
        assertThat(count(store, JournalFilter.of(encode).jobType("probe"))).isZero();
    }

    @Test
    default void errorsAloneCanBeAskedFor(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        for (LogStatus status : LogStatus.values()) {
            store.journal().log(NewLogEntry.of(job, status.name(), status));
        }
        JournalQuery ofJob = JournalQuery.oldestFirst(JournalFilter.of(job));
        JournalQuery ofAll = JournalQuery.newestFirst(JournalFilter.all());

        for (JournalQuery query : List.of(ofJob, ofAll)) {
            assertThat(store.journal()
                            .entries(query, EnumSet.of(LogStatus.FAILED))
                            .records())
                    .extracting(LogEntry::stage)
                    .containsExactly("FAILED");
            assertThat(store.journal()
                            .entries(query, EnumSet.of(LogStatus.FAILED, LogStatus.NOTE))
                            .records())
                    .extracting(LogEntry::stage)
                    .containsExactlyInAnyOrder("FAILED", "NOTE");
        }
    }

    @Test
    default void theLatestEntryOfEachStageIsFoundTheFirstRecordedFirst(Fixture fixture) {
        Persistence store = fixture.persistence();
        JobId job = store.jobs().create(Given.job()).id();
        store.journal().log(note(store.jobs().create(Given.job()).id(), "elsewhere"));
        for (String stage : List.of("b", "a", "c", "b", "c", "b")) {
            store.journal().log(note(job, stage).message(stage + count(store, JournalFilter.of(job))));
            fixture.advance(Duration.ofSeconds(1));
        }

        assertThat(store.journal().latest(job)).extracting(LogEntry::message).containsExactly("a1", "c4", "b5");
        assertThat(store.journal().latest(JobId.next())).isEmpty();
    }

    @Test
    default void durationsAreSummedUpByStage(Fixture fixture) {
        Persistence store = fixture.persistence();
        JobId one = store.jobs().create(Given.job()).id();
        JobId two = store.jobs()
                .create(NewJob.of("probe", new Target("film", "one")))
                .id();
        store.journal()
                .measureAll(List.of(
                        NewMetric.of(one, "\uFF5E", Duration.ofNanos(1_000)),
                        NewMetric.of(one, "🎬", Check.LONGEST),
                        NewMetric.of(two, "🎬", Check.LONGEST.minusNanos(1_000))));
        fixture.advance(Duration.ofHours(1));
        Instant later = store.now();
        store.journal().measure(NewMetric.of(one, "\uFF5E", Duration.ofMillis(2)));

        StageDurations tilde = new StageDurations(
                "\uFF5E", 2, Duration.ofNanos(2_001_000), Duration.ofNanos(1_000), Duration.ofMillis(2));
        StageDurations film = new StageDurations(
                "🎬",
                2,
                Check.LONGEST.multipliedBy(2).minusNanos(1_000),
                Check.LONGEST.minusNanos(1_000),
                Check.LONGEST);
        assertThat(store.journal().durations(JournalFilter.all())).containsExactly(tilde, film);
        assertThat(tilde.average()).isEqualTo(Duration.ofNanos(1_000_500));
        assertThat(store.journal().durations(JournalFilter.of(one)))
                .extracting(StageDurations::count)
                .containsExactly(2L, 1L);
        assertThat(store.journal().durations(JournalFilter.all().jobType("probe")))
                .extracting(StageDurations::stage)
                .containsExactly("🎬");
        assertThat(store.journal().durations(JournalFilter.all().from(later)))
                .extracting(StageDurations::count)
                .containsExactly(1L);
        assertThat(store.journal().durations(JournalFilter.of(JobId.next()))).isEmpty();
    }

    @Test
    default void aPurgeTakesTheOldestUpToItsLimitAndLeavesTheJobs(Fixture fixture) {
        Persistence store = fixture.persistence();
        JobId job = store.jobs().create(Given.job()).id();
        for (int i = 0; i < 4; i++) {
            store.journal().log(note(job, "s" + i));
            store.journal().measure(NewMetric.of(job, "s" + i, Duration.ZERO));
            fixture.advance(Duration.ofSeconds(1));
        }
        JournalQuery all = JournalQuery.oldestFirst(JournalFilter.all());
        Instant third = store.journal().metrics(all.limit(3)).records().get(2).recordedAt();

        assertThat(store.journal().purge(third, 1)).isEqualTo(1);
        assertThat(stages(store, all)).containsExactly("s1", "s2", "s3");
        assertThat(store.journal().purge(third, 3)).isEqualTo(3);
        assertThat(store.journal().purge(third, 3)).isEqualTo(1);
        assertThat(stages(store, all))
                .as("what is a moment older than the third metric, too")
                .containsExactly("s3");
        assertThat(store.journal().metrics(all).records())
                .as("what was recorded at that moment stays")
                .extracting(Metric::stage)
                .containsExactly("s2", "s3");
        assertThat(store.journal().purge(third, 3)).isZero();
        assertThat(store.jobs().find(job)).isPresent();
        for (int limit : List.of(0, -1, 10_001)) {
            assertThatThrownBy(() -> store.journal().purge(third, limit)).isInstanceOf(InvalidDataException.class);
        }
    }

    private static NewLogEntry note(JobId job, String stage) {
        return NewLogEntry.of(job, stage, LogStatus.NOTE);
    }

    private static List<String> stages(Persistence store, JournalQuery query) {
        return store.journal().entries(query, Set.of()).records().stream()
                .map(LogEntry::stage)
                .toList();
    }

    private static int count(Persistence store, JournalFilter filter) {
        return store.journal()
                .entries(JournalQuery.oldestFirst(filter), Set.of())
                .records()
                .size();
    }

    private static List<LogEntry> pages(Persistence store, JournalQuery query) {
        List<LogEntry> all = new ArrayList<>();
        JournalCursor after = null;
        do {
            JournalPage<LogEntry> page = store.journal().entries(query.after(after), Set.of());
            all.addAll(page.records());
            after = page.next();
        } while (after != null);
        return all;
    }
}
