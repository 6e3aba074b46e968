package dev.reelstore.application.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StorePoolExhaustedException;
import dev.reelstore.domain.failure.TransientFailureException;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.UnitOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Failures of a caller's own that may pass, and any code that is to be repeated. */
class TransientFailureTest {

    private static final RetryPolicy THRICE = RetryPolicy.attempts(3, Duration.ofSeconds(1));

    private final ShakyPersistence store = new ShakyPersistence();
    private final SkippingSleeper sleeper = new SkippingSleeper();
    private final ListedLog log = new ListedLog();
    private final RetryingPersistence repeated =
            new RetryingPersistence(store, RetryPolicy.UNITS, Duration.ZERO, sleeper, log);
    private int runs;

    @Test
    void inAUnitItIsRepeatedAsAWholeByTheUnitsPolicy() {
        String answer = repeated.unitOfWork().call(UnitOptions.named("publish").retry(THRICE), stores -> {
            stores.jobs().create(job("a"));
            if (++runs < 3) {
                throw new TransientFailureException("service not ready");
            }
            return "published";
        });

        assertThat(answer).isEqualTo("published");
        assertThat(store.committed).containsExactly("a");
        assertThat(sleeper.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(log.lines())
                .startsWith(
                        "WARN Transient database error in publish (attempt 1/3): service not ready. Retrying in 1.00s...",
                        "WARN Transient database error in publish (attempt 2/3): service not ready. Retrying in 2.00s...");
    }

    @Test
    void theLastOneComesOutAsTheVerySameObject() {
        TransientFailureException last = new TransientFailureException("still not ready") {
            private static final long serialVersionUID = 1L;
        };

        assertThatThrownBy(() -> repeated.unitOfWork().run(stores -> {
                    if (++runs < 4) {
                        throw new TransientFailureException("not ready");
                    }
                    throw last;
                }))
                .isSameAs(last);

        assertThat(runs).isEqualTo(4);
        assertThat(store.commits).isZero();
        assertThat(log.lines()).hasSize(4).endsWith("ERROR Database session error, rolling back: still not ready");
    }

    @Test
    void fromACallThatJoinsItRepeatsTheOuterUnit() {
        repeated.unitOfWork()
                .run(outer -> repeated.unitOfWork().run(inner -> {
                    inner.jobs().create(job("a"));
                    if (++runs < 2) {
                        throw new TransientFailureException("not ready");
                    }
                }));

        assertThat(runs).isEqualTo(2);
        assertThat(store.committed).containsExactly("a");
    }

    @Test
    void anyCodeIsRepeatedAndAnswersWhatTheFirstGoodRunAnswers() throws IOException {
        int answer = repeated.<Integer, IOException>retrying(THRICE, "update_with_external_check", () -> {
            if (++runs < 3) {
                throw new TransientFailureException("service not ready", new IOException("refused"));
            }
            return runs;
        });

        assertThat(answer).isEqualTo(3);
        assertThat(sleeper.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void whenEveryRunFailsTheLastFailureComesOutAndTheLogSaysSo() {
        List<RuntimeException> failures = List.of(
                new TransientFailureException("not ready"),
                new StoreConnectionException("connection reset", null),
                new TransientFailureException("never\nready"));

        assertThatThrownBy(() -> repeated.retrying(THRICE, "check\nit", () -> {
                    throw failures.get(runs++);
                }))
                .isSameAs(failures.get(2));

        assertThat(log.lines())
                .containsExactly(
                        "WARN Transient database error in check it (attempt 1/3): not ready. Retrying in 1.00s...",
                        "WARN Transient database error in check it (attempt 2/3): connection reset. Retrying in 2.00s...",
                        "ERROR Database operation failed: never ready");
    }

    @Test
    void whatElseTheCodeThrowsComesOutAtOnceAsTheSameObject() {
        List<Exception> failures = List.of(
                new IOException("disk full"),
                new IllegalStateException("a bug"),
                new OutcomeUnknownException("lost at commit", null),
                new StorePoolExhaustedException("no connection", null),
                new InvalidDataException("title is blank", null));

        for (Exception failure : failures) {
            assertThatThrownBy(() -> repeated.retrying(THRICE, "check", () -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
        }

        assertThat(sleeper.waits()).isEmpty();
        assertThat(log.lines())
                .containsExactly(
                        "ERROR Database operation failed: lost at commit",
                        "ERROR Database operation failed: no connection");
    }

    @Test
    void theOutermostRepeatsSoThatAttemptsDoNotMultiply() {
        for (int i = 0; i < 12; i++) {
            store.failures.add(new StoreConnectionException("reset", null));
        }

        assertThatThrownBy(() -> repeated.retrying(
                        THRICE,
                        "outer",
                        () -> repeated.retrying(THRICE, "inner", () -> {
                            runs++;
                            return repeated.jobs().create(job("a"));
                        })))
                .isInstanceOf(StoreConnectionException.class);
        assertThat(runs).isEqualTo(3);
        assertThat(store.commits).isEqualTo(3);

        assertThatThrownBy(() -> repeated.unitOfWork().run(stores -> runs++)).isInstanceOf(StoreException.class);
        assertThat(store.commits).as("afterwards units are repeated again").isEqualTo(7);
    }

    @Test
    void insideAUnitTheCodeRunsOnceAndTheUnitIsRepeated() {
        repeated.unitOfWork()
                .run(stores -> repeated.retrying(THRICE, "inside", () -> {
                    if (++runs < 2) {
                        throw new TransientFailureException("not ready");
                    }
                    return stores.jobs().create(job("a"));
                }));

        assertThat(runs).isEqualTo(2);
        assertThat(sleeper.waits()).as("the unit's own policy").containsExactly(Duration.ofMillis(500));
        assertThat(store.committed).containsExactly("a");
    }

    @Test
    void nothingIsRepeatedWithoutRetriesOrOnThePlainStore() {
        TransientFailureException failure = new TransientFailureException("not ready");
        assertThatThrownBy(() -> repeated.retrying(RetryPolicy.NONE, "once", () -> {
                    runs++;
                    throw failure;
                }))
                .isSameAs(failure);
        store.failures.add(new StoreConnectionException("reset", null));
        assertThatThrownBy(() -> repeated.plain().jobs().create(job("a"))).hasMessage("reset");
        assertThatThrownBy(() -> repeated.plain().unitOfWork().run(stores -> {
                    runs++;
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(runs).isEqualTo(2);
        assertThat(sleeper.waits()).isEmpty();
        assertThat(log.lines()).containsExactly("ERROR Database operation failed: not ready");
    }

    @Test
    void aNameThatCannotBeToldIsRefused() {
        assertThatThrownBy(() -> repeated.retrying(THRICE, " ", () -> runs++)).isInstanceOf(InvalidDataException.class);
        assertThat(runs).isZero();
    }

    private static NewJob job(String target) {
        return NewJob.of("video_process", new Target("file", target));
    }
}
