package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.analysis.SilenceRegion;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.testkit.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keeping what was found in the media of jobs. What it is, is in {@link AnalysisRoundTripContract}. */
public interface AnalysisContract extends Contract {

    @Test
    default void findingsOfAllKindsAndJobsAreKeptInOneCall(Persistence store) {
        JobId one = Found.job(store);
        JobId two = Found.job(store);
        List<Finding> findings = new ArrayList<>(Found.oneOfEach(one));
        findings.addAll(Found.oneOfEach(two));

        assertThat(store.analysis().add(findings)).isEqualTo(findings.size());

        for (Finding finding : findings) {
            assertThat(Found.all(store, finding.job(), finding.kind()))
                    .as("%s", finding.kind())
                    .isEqualTo(List.of(finding));
        }
    }

    @Test
    default void thousandsAreKeptInOneCall(Persistence store) {
        JobId job = Found.job(store);
        List<SilenceRegion> regions = IntStream.range(0, 2_000)
                .mapToObj(i -> SilenceRegion.of(job, TimeRange.ofMillis(i, i + 1)))
                .toList();

        assertThat(store.analysis().add(regions)).isEqualTo(2_000);

        assertThat(Found.all(store, job, FindingKind.SILENCE)).isEqualTo(regions);
    }

    @Test
    default void noFindingsAreKeptWithoutAsking(Persistence store) {
        assertThat(store.analysis().add(List.of())).isZero();
    }

    @Test
    default void aRepeatIsHarmlessAndWhatIsThereStays(Persistence store) {
        JobId job = Found.job(store);
        List<Finding> findings = Found.oneOfEach(job);
        store.analysis().add(findings);

        assertThat(store.analysis().add(findings)).isZero();
        for (FindingKind<?> kind : FindingKind.all()) {
            Finding there = findings.get(FindingKind.all().indexOf(kind));
            Finding again = Found.of(job, kind, there.id(), TimeRange.ofMillis(5, 6), 7);
            Finding fresh = Found.of(job, kind, FindingId.next(), TimeRange.ofMillis(7, 8), 8);
            assertThat(store.analysis().add(List.of(again, fresh))).isEqualTo(1);
            assertThat(Found.all(store, job, kind).stream().map(Finding.class::cast))
                    .containsExactlyInAnyOrder(there, fresh);
        }
    }

    @Test
    default void anIdIsUniqueAmongItsKindOnly(Persistence store) {
        JobId job = Found.job(store);
        FindingId id = FindingId.next();
        List<Finding> findings = FindingKind.all().stream()
                .<Finding>map(kind -> Found.of(job, kind, id, Found.RANGE, 0))
                .toList();

        assertThat(store.analysis().add(findings)).isEqualTo(findings.size());
        assertThat(Found.count(store, job)).isEqualTo(findings.size());
    }

    @Test
    default void theIdOfAFindingInAnotherJobIsRefusedAndNothingIsKept(Persistence store) {
        JobId one = Found.job(store);
        JobId two = Found.job(store);
        for (Finding finding : Found.oneOfEach(one)) {
            store.analysis().add(List.of(finding));
            List<Finding> others = new ArrayList<>(Found.oneOfEach(two));
            others.add(Found.of(two, finding.kind(), finding.id(), Found.RANGE, 0));
            refused(() -> store.analysis().add(others));
        }
        assertThat(Found.count(store, two)).isZero();
        assertThat(Found.count(store, one)).isEqualTo(FindingKind.all().size());
    }

    @Test
    default void anIdThatIsNamedTwiceIsRefusedAndNothingIsKept(Persistence store) {
        JobId job = Found.job(store);
        for (FindingKind<?> kind : FindingKind.all()) {
            Finding finding = Found.of(job, kind);
            refused(() -> store.analysis().add(List.of(finding, Found.of(job, kind), finding)));
        }
        assertThat(Found.count(store, job)).isZero();
    }

    @Test
    default void aJobThatIsMissingIsNamedAndNothingIsKept(Persistence store) {
        JobId job = Found.job(store);
        JobId missing = NewJob.of("any", Given.job().target()).id();
        for (FindingKind<?> kind : FindingKind.all()) {
            notFound(missing, () -> store.analysis().add(List.of(Found.of(job, kind), Found.of(missing, kind))));
        }
        notFound(missing, () -> store.analysis().putLayout(Layout.of(missing, "full")));
        notFound(missing, () -> store.analysis().replace(missing, FindingKind.CLIP, List.of()));
        assertThat(Found.count(store, job)).isZero();
    }

    @Test
    default void replacingLeavesWhatIsGivenAndOtherKindsAndJobsAlone(Persistence store) {
        JobId job = Found.job(store);
        JobId other = Found.job(store);
        store.analysis().add(Found.oneOfEach(job));
        store.analysis().add(Found.oneOfEach(other));
        Highlight kept = Found.all(store, job, FindingKind.HIGHLIGHT).get(0);
        Highlight again = kept.title("better");
        Highlight fresh = Highlight.of(job, TimeRange.ofMillis(5_000, 6_000), 0.1);

        store.analysis().replace(job, FindingKind.HIGHLIGHT, List.of(again, fresh));

        assertThat(Found.all(store, job, FindingKind.HIGHLIGHT)).containsExactly(again, fresh);
        assertThat(Found.count(store, job)).isEqualTo(6);
        assertThat(Found.count(store, other)).isEqualTo(5);

        store.analysis().replace(job, FindingKind.HIGHLIGHT, List.of());
        assertThat(Found.count(store, job)).isEqualTo(4);
    }

    @Test
    default void aReplacementThatIsRefusedLeavesWhatWasThere(Persistence store) {
        JobId job = Found.job(store);
        JobId other = Found.job(store);
        Highlight there = Highlight.of(job, Found.RANGE, 1);
        Highlight foreign = Highlight.of(other, Found.RANGE, 1);
        store.analysis().add(List.of(there, foreign));

        assertThatThrownBy(() -> store.analysis().replace(job, FindingKind.HIGHLIGHT, List.of(foreign)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("it must be in job " + job);
        Highlight taken = Highlight.of(job, Found.RANGE, 2).id(foreign.id());
        refused(() -> store.analysis().replace(job, FindingKind.HIGHLIGHT, List.of(taken)));

        assertThat(Found.all(store, job, FindingKind.HIGHLIGHT)).containsExactly(there);
    }

    @Test
    default void deletingTakesOneKindOfOneJob(Persistence store) {
        JobId job = Found.job(store);
        JobId other = Found.job(store);
        store.analysis().add(Found.oneOfEach(job));
        store.analysis().add(Found.oneOfEach(other));
        int left = FindingKind.all().size();

        for (FindingKind<?> kind : FindingKind.all()) {
            assertThat(store.analysis().delete(job, kind)).isEqualTo(1);
            assertThat(store.analysis().delete(job, kind)).isZero();
            left--;
            assertThat(Found.count(store, job)).isEqualTo(left);
        }
        assertThat(Found.count(store, other)).isEqualTo(FindingKind.all().size());
    }

    @Test
    default void aJobHasOneLayoutWhichAPutReplaces(Persistence store) {
        JobId job = Found.job(store);
        JobId other = Found.job(store);
        store.analysis().putLayout(Layout.of(other, "other"));
        assertThat(store.analysis().findLayout(job)).isEmpty();

        store.analysis().putLayout(Layout.of(job, "full").splitRatio(0.5).confidence(0.25));
        store.analysis().putLayout(Layout.of(job, "split"));

        assertThat(store.analysis().findLayout(job)).contains(Layout.of(job, "split"));
        assertThat(store.analysis().findLayout(other)).contains(Layout.of(other, "other"));
    }

    private static void refused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        StoreConflictException.class,
                        conflict -> assertThat(conflict.repeat()).isEqualTo(Repeat.USELESS));
    }

    private static void notFound(JobId missing, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(RecordNotFoundException.class)
                .hasMessageContaining(missing.toString());
    }
}
