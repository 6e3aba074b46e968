package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a unit of work promises: all of it or nothing, its own exception, joining. */
public interface UnitOfWorkContract extends Contract {

    @Test
    default void whatAUnitDidIsThereOnceItReturned(Persistence store) {
        Everything everything = new Everything();

        String answer = store.unitOfWork().call(stores -> {
            everything.happenIn(stores);
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        everything.mustBeIn(store);
    }

    @Test
    default void nothingOfAUnitIsThereAfterItThrew(Persistence store) {
        Everything everything = new Everything();
        everything.prepareIn(store);

        assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                    everything.happenIn(stores);
                    everything.mustBeIn(stores);
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);

        everything.mustNotBeIn(store);
    }

    @Test
    default void theExceptionOfTheBodyComesOutAsTheVerySameObject(Persistence store) {
        List<Throwable> failures = List.of(
                new IllegalStateException("unchecked"),
                new IOException("checked"),
                new AssertionError("an error"),
                new InvalidDataException("a failure of a store, thrown by the body", null));

        for (Throwable failure : failures) {
            Throwable caught = catchThrowable(() -> store.unitOfWork().run(stores -> {
                stores.jobs().create(Given.job());
                UnitOfWorkContract.<RuntimeException>sneak(failure);
            }));
            assertThat(caught).isSameAs(failure);
        }
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    @SuppressWarnings("NullAway") // it does not follow @Nullable type arguments into a lambda
    default void aUnitMayAnswerNull(Persistence store) {
        String nothing = store.unitOfWork().<@Nullable String, RuntimeException>call(stores -> null);

        assertThat(nothing).isNull();
    }

    @Test
    default void aPortUsedInsideAUnitIsPartOfIt(Persistence store) {
        NewJob job = Given.job();

        assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                    stores.jobs().create(job);
                    assertThat(store.jobs().find(job.id())).isPresent();
                    store.jobs().create(Given.job());
                    assertThat(stores.jobs().count(JobFilter.all())).isEqualTo(2);
                    throw new IOException("undo");
                }))
                .isInstanceOf(IOException.class);

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aCallInsideAUnitJoinsItAndCommitsWithIt(Persistence store) {
        NewJob job = Given.job();

        assertThatThrownBy(() -> store.unitOfWork().run(outer -> {
                    outer.jobs().create(job);
                    JobStatus seen = store.unitOfWork()
                            .call(inner -> inner.jobs().get(job.id()).status());
                    store.unitOfWork().run(inner -> inner.jobs().create(Given.job()));
                    assertThat(seen).isEqualTo(JobStatus.QUEUED);
                    assertThat(Elsewhere.<Long>call(() -> store.jobs().count(JobFilter.all())))
                            .as("what others see of it")
                            .isZero();
                    throw new IOException("undo");
                }))
                .isInstanceOf(IOException.class);

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aUnitIsActiveOnItsThreadWhileItRuns(Persistence store) {
        assertThat(store.unitOfWork().active()).isFalse();
        store.unitOfWork().run(stores -> {
            assertThat(store.unitOfWork().active()).isTrue();
            assertThat(Elsewhere.<Boolean>call(() -> store.unitOfWork().active()))
                    .isFalse();
        });
        assertThat(store.unitOfWork().active()).isFalse();
        Swallow.failureOf(() -> store.unitOfWork().run(UnitOptions.named("fails"), stores -> {
            throw new IOException("undo");
        }));
        assertThat(store.unitOfWork().active()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }
}
