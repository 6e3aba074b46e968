package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Sweep;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was found hangs on its job: it goes with it, commits with it, and under a stale claim nothing is kept (G4, G8). */
public interface AnalysisCascadeContract extends Contract {

    @Test
    default void deletingAJobDeletesAllThatWasFoundInIt(Persistence store) {
        NewJob job = Given.job();
        JobId other = Found.job(store);
        store.jobs().create(job);
        List<Finding> findings = findEverything(store, job.id());
        findEverything(store, other);

        assertThat(store.jobs().delete(job.id())).isTrue();
        nothingIsIn(store, job.id());
        assertThat(Found.count(store, other)).isEqualTo(findings.size());
        assertThat(store.analysis().findLayout(other)).isPresent();

        store.jobs().create(job);
        nothingIsIn(store, job.id());
        assertThat(store.analysis().add(findings)).isEqualTo(findings.size());
    }

    @Test
    default void whatAUnitFoundGoesWithAJobThatItDeletes(Persistence store) {
        NewJob job = Given.job();
        store.unitOfWork().run(stores -> {
            stores.jobs().create(job);
            findEverything(stores, job.id());
            stores.jobs().delete(job.id());
            assertThat(Found.count(stores, job.id())).isZero();
            stores.jobs().create(job);
            // What is merged with others' commits is the same as what is not.
            Elsewhere.call(() -> Given.video(store));
        });

        nothingIsIn(store, job.id());
    }

    @Test
    default void aJobAndItsHighlightsAreThereTogetherOrNotAtAll(Persistence store) {
        NewJob job = Given.job();

        assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                    stores.jobs().create(job);
                    for (int i = 0; i < 3; i++) {
                        stores.analysis().add(List.of(Highlight.of(job.id(), Found.RANGE, i)));
                    }
                    throw new IOException("after the third");
                }))
                .isInstanceOf(IOException.class);
        assertThat(store.jobs().find(job.id())).isEmpty();
        nothingIsIn(store, job.id());

        store.unitOfWork().run(stores -> {
            stores.jobs().create(job);
            assertThatThrownBy(() -> stores.runNested(inner -> {
                        inner.analysis().add(List.of(Highlight.of(job.id(), Found.RANGE, 1)));
                        throw new IOException("not these");
                    }))
                    .isInstanceOf(IOException.class);
            stores.analysis().add(List.of(Highlight.of(job.id(), Found.RANGE, 2)));
        });
        assertThat(Found.all(store, job.id(), FindingKind.HIGHLIGHT))
                .extracting(Highlight::score)
                .containsExactly(2.0);
    }

    @Test
    default void whoAddsWaitsForADeleteOfTheJobAndFindsItMissing(Fixture fixture) {
        Persistence store = fixture.persistence();
        JobId job = Found.job(store);
        List<Elsewhere<Throwable>> others;

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().delete(job);
            others = List.of(
                    failing(() -> store.analysis().add(Found.oneOfEach(job))),
                    failing(() -> store.analysis().putLayout(Layout.of(job, "full"))),
                    failing(() -> store.analysis().replace(job, FindingKind.CLIP, List.of())));
            others.forEach(
                    other -> other.mustStillWaitAfter(Given.patience(fixture).dividedBy(3)));
            unit.commit();
        }

        others.forEach(other -> assertThat(other.answer()).isInstanceOf(RecordNotFoundException.class));
        nothingIsIn(store, job);
    }

    @Test
    default void whoDeletesTheJobWaitsForAnAddAndTakesWhatItKept(Fixture fixture) {
        Persistence store = fixture.persistence();
        JobId job = Found.job(store);
        JobId swept =
                store.jobs().create(NewJob.of("swept", Given.job().target())).id();
        Elsewhere<Boolean> delete;
        Elsewhere<Sweep> sweep;

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            findEverything(unit.stores(), job);
            findEverything(unit.stores(), swept);
            delete = Elsewhere.start(() -> store.jobs().delete(job));
            sweep = Elsewhere.start(() ->
                    store.jobs().deleteAll(JobQuery.oldestFirst(JobFilter.all().type("swept"))));
            delete.mustStillWaitAfter(Given.patience(fixture));
            sweep.mustStillWaitAfter(Duration.ZERO);
            unit.commit();
        }

        assertThat(delete.answer()).isTrue();
        assertThat(sweep.answer().changed()).isEqualTo(1);
        nothingIsIn(store, job);
        nothingIsIn(store, swept);
    }

    @Test
    default void whoReplacesTakesTurns(Fixture fixture) {
        Persistence store = fixture.persistence();
        JobId job = Found.job(store);
        Highlight first = Highlight.of(job, Found.RANGE, 1);
        Highlight second = Highlight.of(job, Found.RANGE, 2);
        Elsewhere<Boolean> other;

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().analysis().replace(job, FindingKind.HIGHLIGHT, List.of(first));
            other = Elsewhere.start(() -> {
                store.analysis().replace(job, FindingKind.HIGHLIGHT, List.of(second));
                return true;
            });
            other.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();
        }

        assertThat(other.answer()).isTrue();
        assertThat(Found.all(store, job, FindingKind.HIGHLIGHT)).containsExactly(second);
    }

    @Test
    default void underAClaimFindingsCommitWithTheJobAndProgressGoesOnBeside(Persistence store) {
        Claim claim = Given.claimed(store);
        JobId job = claim.jobId();

        Guarded<Integer> answer = store.unitOfWork().under(claim, stores -> {
            findEverything(stores, job);
            Elsewhere.call(() -> store.claims().checkpoint(claim, "a", JsonDocument.EMPTY));
            assertThat(Elsewhere.<Long>call(() -> Found.count(store, job))).isZero();
            stores.claims().complete(claim, null);
            return 1;
        });

        assertThat(answer).isEqualTo(new Guarded.Done<>(1));
        assertThat(Found.count(store, job)).isEqualTo(FindingKind.all().size());
    }

    @Test
    default void underAStaleClaimNothingIsKept(Persistence store) {
        Claim claim = Given.claimed(store);
        store.claims().release(claim);

        assertThat(store.unitOfWork()
                        .under(claim, stores -> findEverything(stores, claim.jobId()))
                        .done())
                .isFalse();

        nothingIsIn(store, claim.jobId());
    }

    private static List<Finding> findEverything(Stores stores, JobId job) {
        List<Finding> findings = Found.oneOfEach(job);
        stores.analysis().add(findings);
        stores.analysis().putLayout(Layout.of(job, "full"));
        return findings;
    }

    private static void nothingIsIn(Persistence store, JobId job) {
        assertThat(Found.count(store, job)).isZero();
        assertThat(store.analysis().findLayout(job)).isEmpty();
    }

    private static Elsewhere<Throwable> failing(Runnable call) {
        return Elsewhere.start(() -> catchThrowable(call::run));
    }
}
