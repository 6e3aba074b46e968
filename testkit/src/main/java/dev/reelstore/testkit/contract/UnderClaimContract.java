package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Work under a claim: effects and completion are one commit (G5). */
public interface UnderClaimContract extends Contract {

    @Test
    default void effectsAndCompletionAreThereTogether(Persistence store) {
        Claim claim = Given.claimed(store);
        NewJob next = follower();

        Guarded<String> answer = store.unitOfWork().under(claim, stores -> {
            stores.jobs().create(next);
            assertThat(stores.claims().complete(claim, null)).isEqualTo(Settlement.DONE);
            assertThat(Elsewhere.<JobStatus>call(
                            () -> store.jobs().get(claim.jobId()).status()))
                    .as("what others see before the commit")
                    .isEqualTo(JobStatus.RUNNING);
            return "done";
        });

        assertThat(answer).isEqualTo(new Guarded.Done<>("done"));
        assertThat(answer.done()).isTrue();
        assertThat(store.jobs().get(claim.jobId()).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(store.jobs().find(next.id())).isPresent();
    }

    @Test
    default void whenTheBodyThrowsNeitherIsThereAndTheClaimStillHolds(Persistence store) {
        Claim claim = Given.claimed(store);
        IOException failure = new IOException("disk full");

        Throwable caught = catchThrowable(() -> store.unitOfWork().under(claim, stores -> {
            stores.jobs().create(follower());
            stores.claims().complete(claim, null);
            throw failure;
        }));

        assertThat(caught).isSameAs(failure);
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
        assertThat(store.jobs().get(claim.jobId())).isEqualTo(claim.job());
        assertThat(store.claims().complete(claim, null)).isEqualTo(Settlement.DONE);
    }

    @Test
    default void workUnderAClaimInsideAUnitCommitsWithThat(Persistence store) {
        Claim claim = Given.claimed(store);

        assertThatThrownBy(() -> store.unitOfWork().run(outer -> {
                    Guarded<Settlement> inner = store.unitOfWork().under(claim, stores -> {
                        stores.jobs().create(follower());
                        return stores.claims().complete(claim, null);
                    });
                    assertThat(inner).isEqualTo(new Guarded.Done<>(Settlement.DONE));
                    throw new IOException("outer");
                }))
                .isInstanceOf(IOException.class);

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
        assertThat(store.jobs().get(claim.jobId())).isEqualTo(claim.job());
    }

    @Test
    default void aStaleClaimInsideAUnitDoesNotDoomIt(Persistence store) {
        Claim claim = Given.claimed(store);
        store.claims().release(claim);

        store.unitOfWork().run(outer -> {
            assertThat(store.unitOfWork().under(claim, stores -> true).done()).isFalse();
            outer.jobs().create(follower());
        });

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
    }

    @Test
    default void aSecondSettlementInTheSameUnitIsStale(Persistence store) {
        Claim claim = Given.claimed(store);

        store.unitOfWork().under(claim, stores -> {
            assertThat(stores.claims().complete(claim, null)).isEqualTo(Settlement.DONE);
            assertThat(stores.claims().complete(claim, null)).isEqualTo(Settlement.STALE);
            assertThat(stores.claims().release(claim)).isEqualTo(Settlement.STALE);
            return true;
        });

        assertThat(store.jobs().get(claim.jobId()).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    default void theEndOfTheLeaseDoesNotKeepTheWorkFromBeingDone(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        fixture.advance(Duration.ofHours(1));

        assertThat(store.unitOfWork().under(claim, stores -> stores.claims().complete(claim, null)))
                .isEqualTo(new Guarded.Done<>(Settlement.DONE));
    }

    private static NewJob follower() {
        return NewJob.of("publish", new Target("film", "one"));
    }
}
