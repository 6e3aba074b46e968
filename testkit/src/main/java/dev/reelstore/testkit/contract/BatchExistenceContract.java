package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.testkit.Contract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Asking for many targets at once which of them have a job. */
public interface BatchExistenceContract extends Contract {

    @Test
    default void eachTargetIsAnsweredByTheStatusesOfItsJobs(Persistence store) {
        List<Target> targets = new ArrayList<>();
        for (JobStatus status : JobStatus.values()) {
            Target target = new Target("film", status.name());
            Given.jobIn(store, status, NewJob.of(Given.TYPE, target).queue(status.name()));
            targets.add(target);
        }
        Target none = new Target("film", "none");
        targets.add(none);

        for (JobStatus status : JobStatus.values()) {
            assertThat(store.jobs().existing(Given.TYPE, targets, EnumSet.of(status)))
                    .containsExactly(new Target("film", status.name()));
        }
        assertThat(store.jobs().existing(Given.TYPE, targets, JobStatus.live()))
                .containsExactlyInAnyOrder(new Target("film", "QUEUED"), new Target("film", "RUNNING"));
        assertThat(store.jobs().existing(Given.TYPE, targets, Set.of()))
                .hasSize(JobStatus.values().length)
                .doesNotContain(none);
    }

    @Test
    default void onlyTheSameTypeAndTheSameTargetCount(Persistence store) {
        Target target = new Target("film", "one");
        store.jobs().create(NewJob.of(Given.TYPE, target));
        String longest = "x".repeat(499);
        store.jobs().create(NewJob.of(Given.TYPE, new Target("film", longest + "a")));

        assertThat(store.jobs().existing("probe", List.of(target), Set.of())).isEmpty();
        assertThat(store.jobs()
                        .existing(
                                Given.TYPE,
                                List.of(
                                        new Target("film", "One"),
                                        new Target("video", "one"),
                                        new Target("film", longest + "b")),
                                Set.of()))
                .isEmpty();
        assertThat(store.jobs().existing(Given.TYPE, List.of(new Target("film", longest + "a")), Set.of()))
                .hasSize(1);
    }

    @Test
    default void aTargetOfSeveralJobsOrNamedTwiceIsAnsweredOnce(Persistence store) {
        Target target = new Target("film", "one");
        store.jobs().createAll(List.of(NewJob.of(Given.TYPE, target), NewJob.of(Given.TYPE, target)));

        assertThat(store.jobs().existing(Given.TYPE, List.of(target, target), Set.of()))
                .containsExactly(target);
    }

    @Test
    default void tenThousandTargetsAreAnsweredAtOnceAndNoMore(Persistence store) {
        store.jobs().createAll(Given.jobs(200));
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < JobStore.MAX_TARGETS; i++) {
            targets.add(new Target("film", "film-" + (i + 150)));
        }

        assertThat(store.jobs().existing(Given.TYPE, targets, JobStatus.live())).hasSize(50);
        targets.add(new Target("film", "one too many"));
        assertThatThrownBy(() -> store.jobs().existing(Given.TYPE, targets, Set.of()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("number of targets is 10001");
    }

    @Test
    default void nothingIsAskedForNoTargetsAndWhatCannotBeIsRefused(Persistence store) {
        store.jobs().create(Given.job());

        assertThat(store.jobs().existing(Given.TYPE, List.of(), Set.of())).isEmpty();
        assertThatThrownBy(() -> store.jobs().existing(" ", List.of(), Set.of()))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> store.jobs().existing(Given.TYPE, Collections.singletonList(null), Set.of()))
                .isInstanceOf(InvalidDataException.class);
    }

    @Test
    default void aUnitSeesItsOwnJobs(Persistence store) {
        store.unitOfWork().run(stores -> {
            stores.jobs().create(Given.job());
            Set<Target> mine = Set.of(Given.job().target());
            assertThat(stores.jobs().existing(Given.TYPE, mine, JobStatus.live()))
                    .isEqualTo(mine);
        });
    }
}
