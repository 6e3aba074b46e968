package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.CreateResult;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.RetryResult;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Unit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A wish for one job on a target of its own. */
final class Wish {

    private final Persistence store;
    final JobId old;
    private final Target target = new Target("film", UUID.randomUUID().toString());

    /** One that came true before, and ended. */
    Wish(Persistence store) {
        this.store = store;
        old = store.jobs().createIfAbsent(job(), JobStatus.live()).job().id();
        store.jobs().cancel(old);
    }

    NewJob job() {
        return NewJob.of(Given.TYPE, target);
    }

    Object look(Unit stores) {
        return stores.jobs().exists(Given.TYPE, target, JobStatus.live());
    }

    Object create(Unit stores) {
        return stores.jobs().createIfAbsent(job(), JobStatus.live());
    }

    void isMetOnceBy(Script one, Script other) {
        List<Script> committed = Stream.of(one, other).filter(Script::committed).toList();
        assertThat(committed).isNotEmpty();
        assertThat(committed.stream().filter(script -> made(script.answer()))).hasSize(1);
        assertThat(store.jobs()
                        .count(JobFilter.all().type(Given.TYPE).target(target).statuses(JobStatus.live())))
                .isEqualTo(1);
    }

    private static boolean made(@Nullable Object answer) {
        return answer instanceof CreateResult result ? result.created() : answer instanceof RetryResult.Requeued;
    }
}
