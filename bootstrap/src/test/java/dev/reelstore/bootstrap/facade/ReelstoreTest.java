package dev.reelstore.bootstrap.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.ReelstoreOptions;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.Guarded;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReelstoreTest {

    private final InMemoryPersistence memory = InMemoryPersistence.create();
    private final NewJob job = NewJob.of("encode", new Target("film", "one"));

    @Test
    void theShortcutsRunUnitsOfWork() {
        try (Reelstore reelstore = Reelstore.on(memory)) {
            Job created = reelstore.call(stores -> stores.jobs().create(job));
            reelstore.run(stores -> assertThat(stores.jobs().get(created.id())).isEqualTo(created));
            Claim claim = reelstore
                    .claims()
                    .claim(ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of("encode")))
                    .get(0);
            assertThat(reelstore.under(claim, stores -> "held")).isEqualTo(new Guarded.Done<>("held"));
        }
    }

    @Test
    void closingItClosesTheStoreAndMoreThanOnceIsHarmless() {
        Reelstore reelstore = Reelstore.on(memory);
        reelstore.worker("default").handle("encode", context -> {}).start();

        reelstore.close();
        reelstore.close();

        assertThatThrownBy(() -> memory.jobs().create(job)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> reelstore.jobs().create(job)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void itsPolicyIsWhatTheOptionsSay() {
        AtomicInteger attempts = new AtomicInteger();
        RetryPolicy twice = RetryPolicy.attempts(2, Duration.ofMillis(1));
        try (Reelstore reelstore = Reelstore.on(memory, ReelstoreOptions.DEFAULT.retry(twice))) {
            assertThatThrownBy(() -> reelstore.run(stores -> {
                        attempts.incrementAndGet();
                        throw new StoreConnectionException("reset", null);
                    }))
                    .isInstanceOf(StoreConnectionException.class);
        }
        assertThat(attempts).hasValue(2);
    }

    @Test
    void optionsThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> ReelstoreOptions.DEFAULT.closeWithin(Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("closeWithin");
    }
}
