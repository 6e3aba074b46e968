package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.Contract;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Doom: a unit in which something failed does not commit, even if its body looks away. */
public interface UnitDoomContract extends Contract {

    @Test
    default void anExceptionThatLeavesAJoinedCallDoomsTheUnit(Persistence store) {
        IOException failure = new IOException("inner");

        mustBeDoomed(store, stores -> {
            stores.jobs().create(Given.job());
            Throwable caught = catchThrowable(() -> store.unitOfWork().run(inner -> {
                throw failure;
            }));
            assertThat(caught).isSameAs(failure);
        });
    }

    @Test
    default void aStoreExceptionDoomsTheUnitEvenIfTheBodySwallowsIt(Persistence store) {
        mustBeDoomed(store, stores -> {
            stores.jobs().create(Given.job());
            assertThatThrownBy(() -> stores.jobs().get(JobId.next())).isInstanceOf(RecordNotFoundException.class);
        });
    }

    @Test
    default void aStoreExceptionOfAPortThatJoinedDoomsTheUnitToo(Persistence store) {
        mustBeDoomed(store, stores -> {
            stores.jobs().create(Given.job());
            assertThatThrownBy(() -> store.videos().get(VideoId.next())).isInstanceOf(RecordNotFoundException.class);
        });
    }

    @Test
    default void laterCallsInADoomedUnitThrow(Persistence store) {
        assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                    Swallow.failureOf(() -> stores.jobs().get(JobId.next()));
                    assertThatThrownBy(() -> stores.jobs().count(JobFilter.all()))
                            .isInstanceOf(StoreException.class);
                    assertThatThrownBy(() -> stores.videos().find(VideoId.next()))
                            .isInstanceOf(StoreException.class);
                    assertThatThrownBy(() -> store.jobs().create(Given.job())).isInstanceOf(StoreException.class);
                }))
                .isInstanceOf(StoreException.class);

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void whatAUserCanExpectDoomsNothing(Persistence store) {
        NewJob job = Given.job();
        Given.jobIn(store, JobStatus.COMPLETED, job);

        store.unitOfWork().run(stores -> {
            stores.jobs().find(JobId.next());
            stores.jobs().create(job);
            stores.jobs().createIfAbsent(Given.job(), Set.of());
            stores.jobs().cancel(JobId.next());
            stores.jobs().delete(JobId.next());
            stores.jobs().retry(job.id(), Set.of());
            stores.qualities().setDefault(VideoId.next(), QualityId.next());
            assertThatThrownBy(() -> NewJob.of(" ", job.target())).isInstanceOf(InvalidDataException.class);
            stores.jobs().create(Given.job());
        });

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
    }

    private static void mustBeDoomed(Persistence store, Work.Action<RuntimeException> body) {
        assertThatThrownBy(() -> store.unitOfWork().run(body)).isInstanceOf(StoreException.class);
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }
}
