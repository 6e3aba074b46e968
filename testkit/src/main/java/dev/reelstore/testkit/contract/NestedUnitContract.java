package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.testkit.Contract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nested work that undoes only itself, and is the only thing that contains a failure. */
public interface NestedUnitContract extends Contract {

    @Test
    default void nestedWorkThatReturnsIsPartOfTheUnit(Persistence store) {
        Everything everything = new Everything();

        store.unitOfWork().run(outer -> {
            String answer = outer.nested(stores -> {
                everything.happenIn(stores);
                return "done";
            });
            assertThat(answer).isEqualTo("done");
            everything.mustBeIn(outer);
        });

        everything.mustBeIn(store);
    }

    @Test
    default void nestedWorkThatThrowsUndoesItselfAloneAndTheUnitGoesOn(Persistence store) {
        Everything everything = new Everything();
        everything.prepareIn(store);
        IOException failure = new IOException("nested");

        store.unitOfWork().run(outer -> {
            Throwable caught = catchThrowable(() -> outer.runNested(stores -> {
                everything.happenIn(stores);
                throw failure;
            }));
            assertThat(caught).isSameAs(failure);
            everything.mustNotBeIn(outer);
            outer.jobs().create(Given.job());
        });

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    default void whatWasDoneBeforeNestedWorkStaysWhenThatIsUndone(Persistence store) {
        NewJob before = Given.job();

        store.unitOfWork().run(outer -> {
            outer.jobs().create(before);
            Swallow.failureOf(() -> outer.runNested(stores -> {
                stores.jobs().cancel(before.id());
                throw new IOException("nested");
            }));
            assertThat(outer.jobs().get(before.id()).status()).isEqualTo(JobStatus.QUEUED);
        });

        assertThat(store.jobs().get(before.id()).status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    default void nestedWorkThatReturnedIsUndoneWithItsUnit(Persistence store) {
        assertThatThrownBy(() -> store.unitOfWork().run(outer -> {
                    outer.runNested(stores -> stores.jobs().create(Given.job()));
                    throw new IOException("outer");
                }))
                .isInstanceOf(IOException.class);

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aStoreExceptionThatLeavesNestedWorkIsContained(Persistence store) {
        NewJob job = Given.job();
        store.jobs().create(job);

        store.unitOfWork().run(outer -> {
            assertThatThrownBy(() -> outer.runNested(stores -> stores.jobs().get(JobId.next())))
                    .isInstanceOf(RecordNotFoundException.class);
            assertThatThrownBy(() -> outer.runNested(stores -> stores.jobs()
                            .create(NewJob.of("probe", job.target()).id(job.id()))))
                    .isInstanceOf(StoreConflictException.class);
            outer.jobs().create(Given.job());
        });

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
    }

    @Test
    default void anExceptionThatLeavesACallJoinedInNestedWorkIsContained(Persistence store) {
        store.unitOfWork().run(outer -> {
            Swallow.failureOf(() -> outer.runNested(stores -> store.unitOfWork().run(joined -> {
                joined.jobs().create(Given.job());
                throw new IOException("joined");
            })));
            assertThat(outer.jobs().count(JobFilter.all())).isZero();
            outer.jobs().create(Given.job());
        });

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    default void aStoreExceptionSwallowedInsideNestedWorkIsNotForgotten(Persistence store) {
        assertThatThrownBy(() -> store.unitOfWork().run(outer -> {
                    outer.jobs().create(Given.job());
                    outer.runNested(
                            stores -> Swallow.failureOf(() -> stores.jobs().get(JobId.next())));
                }))
                .isInstanceOf(StoreException.class);

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void nestedWorkDoesNotLiftADoomFromBefore(Persistence store) {
        assertThatThrownBy(() -> store.unitOfWork().run(outer -> {
                    outer.jobs().create(Given.job());
                    Swallow.failureOf(() -> outer.jobs().get(JobId.next()));
                    Swallow.failureOf(() -> outer.runNested(stores -> {
                        throw new IOException("nested");
                    }));
                }))
                .isInstanceOf(StoreException.class);

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void nestedWorkMayNest(Persistence store) {
        List<NewJob> jobs = Given.jobs(5);

        store.unitOfWork().run(outer -> {
            outer.runNested(middle -> {
                middle.jobs().create(jobs.get(0));
                Swallow.failureOf(() -> middle.runNested(inner -> {
                    inner.jobs().create(jobs.get(1));
                    throw new IOException("inner");
                }));
                middle.runNested(inner -> inner.jobs().create(jobs.get(2)));
            });
            Swallow.failureOf(() -> outer.runNested(middle -> {
                middle.runNested(inner -> inner.jobs().create(jobs.get(3)));
                throw new IOException("middle");
            }));
            outer.jobs().create(jobs.get(4));
        });

        assertThat(jobs)
                .extracting(job -> store.jobs().find(job.id()).isPresent())
                .containsExactly(true, false, true, false, true);
    }

    @Test
    default void aPlaceTakenInNestedWorkIsFreeAgainOnceThatIsUndone(Persistence store) {
        store.unitOfWork().run(outer -> {
            Swallow.failureOf(() -> outer.runNested(stores -> {
                stores.jobs().createIfAbsent(Given.job(), JobStatus.live());
                throw new IOException("nested");
            }));
            assertThat(outer.jobs()
                            .createIfAbsent(Given.job(), JobStatus.live())
                            .created())
                    .isTrue();
        });

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }
}
