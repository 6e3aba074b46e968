package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.CreateResult;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.RetryResult;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conditional creation by many at once: one creates, all others get that job (G2). */
public interface CreateRaceContract extends Contract {

    @Test
    default void ofManyRacersExactlyOneCreatesAndAllGetItsJob(Persistence store) {
        for (int round = 0; round < 5; round++) {
            Target target = new Target("film", "round-" + round);

            List<CreateResult> results = Racers.race(number -> Again.whileSafe(
                    () -> store.jobs().createIfAbsent(NewJob.of(Given.TYPE, target), JobStatus.live())));

            oneCreatedAndAllGotIt(store, target, results);
        }
    }

    @ParameterizedTest
    @EnumSource(Isolation.class)
    default void exactlyOneCreatesAtEveryIsolation(Isolation isolation, Persistence store) {
        UnitOptions options = UnitOptions.DEFAULT.isolation(isolation);
        for (int round = 0; round < 3; round++) {
            Target target = new Target("film", "round-" + round);

            List<CreateResult> results = Racers.race(number ->
                    Again.whileSafe(() -> store.unitOfWork().call(options, stores -> {
                        stores.jobs().count(JobFilter.all());
                        return stores.jobs().createIfAbsent(NewJob.of(Given.TYPE, target), JobStatus.live());
                    })));

            oneCreatedAndAllGotIt(store, target, results);
        }
    }

    @Test
    default void racersThatRollBackLeaveNothingThatOthersGet(Persistence store) {
        for (int round = 0; round < 3; round++) {
            Target target = new Target("film", "round-" + round);

            List<List<CreateResult>> committed = Racers.race(number -> Again.whileSafe(() -> {
                try {
                    return store.unitOfWork().call(stores -> {
                        CreateResult result =
                                stores.jobs().createIfAbsent(NewJob.of(Given.TYPE, target), JobStatus.live());
                        if (number % 2 == 0) {
                            throw new Undo();
                        }
                        return List.of(result);
                    });
                } catch (Undo undone) {
                    return List.of();
                }
            }));

            oneCreatedAndAllGotIt(
                    store, target, committed.stream().flatMap(List::stream).toList());
        }
    }

    @Test
    default void whileJobsComeAndGoThereIsNeverMoreThanOneThatBlocks(Persistence store) {
        List<Boolean> created = Racers.race(number -> {
            boolean any = false;
            for (int i = 0; i < 3; i++) {
                CreateResult result = Again.whileSafe(() -> store.jobs().createIfAbsent(Given.job(), JobStatus.live()));
                assertThat(store.jobs().count(JobFilter.all().statuses(JobStatus.live())))
                        .isLessThanOrEqualTo(1);
                if (result.created()) {
                    any = true;
                    Claim claim = Given.claim(store, WorkerId.next());
                    assertThat(claim.jobId()).isEqualTo(result.job().id());
                    store.claims().complete(claim, null);
                }
            }
            return any;
        });

        assertThat(created).contains(true);
        assertThat(store.jobs().count(JobFilter.all().statuses(JobStatus.live())))
                .isZero();
    }

    @Test
    default void retriesAndCreatesRaceForOnePlace(Persistence store) {
        for (int round = 0; round < 3; round++) {
            NewJob job =
                    NewJob.of(Given.TYPE, new Target("film", "round-" + round)).queue("round-" + round);
            Given.jobIn(store, JobStatus.FAILED, job);

            List<Boolean> won = Racers.race(number -> Again.whileSafe(() -> number % 2 == 0
                    ? store.jobs()
                            .createIfAbsent(NewJob.of(Given.TYPE, job.target()), JobStatus.live())
                            .created()
                    : store.jobs().retry(job.id(), JobStatus.live()) instanceof RetryResult.Requeued));

            assertThat(won).as("who got the place").containsOnlyOnce(true);
            JobFilter live = JobFilter.all().target(job.target()).statuses(JobStatus.live());
            assertThat(store.jobs().count(live)).isEqualTo(1);
        }
    }

    @Test
    default void manyTargetsAreCreatedOnceEachWhateverTheOrder(Persistence store) {
        int targets = 12;

        Racers.race(number -> {
            for (int i = 0; i < targets; i++) {
                Target target = new Target("film", "t" + Math.floorMod(number % 2 == 0 ? i : -i, targets));
                Again.whileSafe(() -> store.jobs().createIfAbsent(NewJob.of(Given.TYPE, target), Set.of()));
            }
            return true;
        });

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(targets);
    }

    private static void oneCreatedAndAllGotIt(Persistence store, Target target, List<CreateResult> results) {
        List<Job> there = store.jobs()
                .list(JobQuery.oldestFirst(JobFilter.all().target(target)))
                .jobs();
        assertThat(there).hasSize(1);
        assertThat(results).extracting(CreateResult::job).containsOnly(there.get(0));
        assertThat(results).extracting(CreateResult::created).containsOnlyOnce(true);
    }

    /** What a body throws to be rolled back. */
    final class Undo extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
