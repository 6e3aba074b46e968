package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Rescue;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Guarded;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A unit under a claim that comes to a stop while it is open, as that of a frozen process does. */
final class StuckUnitTest {

    private final PostgresPersistence store = PostgresPersistence.open(TestStore.settings());
    private final PostgresPersistence rescuer = PostgresPersistence.open(TestStore.settings());

    @BeforeEach
    void clear() {
        TestStore.clear();
    }

    @AfterEach
    void close() {
        TestStore.shiftClock(Duration.ZERO);
        store.close();
        rescuer.close();
        TestStore.clear();
    }

    @Test
    void itKeepsTheJobsOfNoOtherDeadWorkerFromBeingRescued() {
        Claim before = claim();
        Claim stuck = claim();
        Claim after = claim();

        Guarded<Rescue> rescue = store.unitOfWork().under(stuck, stores -> {
            TestStore.shiftClock(Duration.ofHours(1));
            return CompletableFuture.supplyAsync(() -> rescuer.claims().rescue())
                    .join();
        });

        assertThat(rescue).isEqualTo(new Guarded.Done<>(new Rescue(2, 0)));
        assertThat(store.jobs().get(before.jobId()).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(store.jobs().get(after.jobId()).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(rescuer.claims().rescue()).isEqualTo(new Rescue(1, 0));
    }

    private Claim claim() {
        store.jobs().create(NewJob.of("encode", new Target("film", "one")));
        return store.claims()
                .claim(ClaimRequest.of(WorkerId.next(), "default", List.of("encode")))
                .get(0);
    }
}
