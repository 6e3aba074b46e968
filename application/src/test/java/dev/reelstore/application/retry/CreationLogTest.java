package dev.reelstore.application.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreationLogTest {

    private final ShakyPersistence store = new ShakyPersistence();
    private final ListedLog log = new ListedLog();
    private final RetryingPersistence told =
            new RetryingPersistence(store, RetryPolicy.UNITS, Duration.ZERO, new SkippingSleeper(), log);
    private final UnitOfWork units = told.unitOfWork();
    private final NewJob job = NewJob.of("video_process", new Target("video", "vid123"));
    private final String created = "INFO Created new processing job: type=video_process, target=vid123, id=" + job.id();

    @Test
    void aCreatedJobIsToldToTheLetter() {
        told.jobs().create(job);

        assertThat(log.lines()).containsExactly(created);
    }

    @Test
    void aJobThatExistedIsToldToTheLetter() {
        NewJob blocked = NewJob.of("video_process", new Target("video", ShakyJobs.TAKEN));

        told.jobs().createIfAbsent(blocked, JobStatus.live());

        assertThat(log.lines())
                .containsExactly("DEBUG Job already exists: type=video_process, target=taken, status=QUEUED");
    }

    @Test
    void noTargetWritesALineOfItsOwn() {
        NewJob forged = NewJob.of("video_process", new Target("video", "a\r\nERROR all is lost\u2028b"));

        told.jobs().create(forged);

        assertThat(log.lines())
                .containsExactly(
                        "INFO Created new processing job: type=video_process, target=a ERROR all is lost b, id="
                                + forged.id());
    }

    @Test
    void manyAtOnceAreToldInOneLine() {
        told.jobs().createAll(List.of(job, NewJob.of("other", job.target())));

        assertThat(log.lines()).containsExactly("INFO Created 2 new processing jobs of 2 given");
    }

    @Test
    void insideAUnitItIsToldAfterTheCommit() {
        units.run(stores -> {
            stores.jobs().createIfAbsent(job, JobStatus.live());
            assertThat(log.lines()).isEmpty();
        });

        assertThat(log.lines()).containsExactly(created);
    }

    @Test
    void whatJoinsAUnitIsToldAfterItsCommitToo() {
        units.run(stores -> {
            told.jobs().create(job);
            units.run(inner -> inner.jobs().create(job));
            assertThat(log.lines()).isEmpty();
        });

        assertThat(log.lines()).containsExactly(created, created);
    }

    @Test
    void whatWasRolledBackIsNotTold() {
        assertThatThrownBy(() -> units.run(stores -> {
                    stores.jobs().create(job);
                    throw new IllegalStateException("changed my mind");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void whatWasRepeatedIsToldOnce() {
        store.failures.add(new StoreConnectionException("reset", null));

        units.run(stores -> stores.jobs().create(job));

        assertThat(log.lines().subList(1, log.lines().size())).containsExactly(created);
    }

    @Test
    void whatANestedFailureUndidIsNotTold() {
        units.run(stores -> {
            stores.runNested(inner -> inner.jobs().create(job));
            assertThatThrownBy(() -> stores.runNested(inner -> {
                        inner.jobs().create(job);
                        told.jobs().create(job);
                        throw new IllegalStateException("undo this part");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        });

        assertThat(log.lines()).containsExactly(created);
    }

    @Test
    void whatARollbackToASavepointUndidIsNotTold() {
        units.run(stores -> {
            stores.savepoint("a");
            stores.jobs().create(NewJob.of("undone", job.target()));
            units.run(joined -> {
                joined.savepoint("a");
                joined.jobs().create(NewJob.of("undone", job.target()));
            });
            stores.runNested(nested -> nested.savepoint("a"));
            stores.rollbackTo("a");
            stores.jobs().create(job);
            stores.savepoint("b");
            stores.release("b");
        });

        assertThat(log.lines()).containsExactly(created);
    }

    @Test
    void aManualUnitTellsAtItsCommit() {
        try (UnitHandle handle = units.open(UnitOptions.DEFAULT)) {
            handle.stores().jobs().create(job);
            told.jobs().create(job);
            assertThat(log.lines()).isEmpty();
            handle.commit();
        }
        assertThat(log.lines()).containsExactly(created, created);

        try (UnitHandle abandoned = units.open(UnitOptions.DEFAULT)) {
            abandoned.stores().jobs().create(job);
        }
        assertThat(log.lines()).hasSize(2);
    }

    @Test
    void ofAUnitThatWasOpenedElsewhereNothingIsTold() {
        store.unitOfWork().run(stores -> told.jobs().create(job));

        assertThat(store.committed).hasSize(1);
        assertThat(log.lines()).isEmpty();
    }
}
