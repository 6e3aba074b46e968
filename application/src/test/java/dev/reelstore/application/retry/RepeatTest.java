package dev.reelstore.application.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.failure.StorePoolExhaustedException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatTest {

    private final ShakyPersistence store = new ShakyPersistence();
    private final SkippingSleeper sleeper = new SkippingSleeper();
    private final ListedLog log = new ListedLog();
    private final RetryingPersistence repeated =
            new RetryingPersistence(store, RetryPolicy.UNITS, Duration.ZERO, sleeper, log);
    private final UnitOfWork units = repeated.unitOfWork();
    private int bodies;

    static List<StoreException> passing() {
        return List.of(
                new StoreConnectionException("reset", null),
                new StoreTimeoutException("lock", null),
                new StoreConflictException("deadlock", Repeat.SAFE, null),
                new StoreUnavailableException("starting", Repeat.SAFE, null),
                new StoreOperationException("plan changed", Repeat.SAFE, null));
    }

    static List<StoreException> lasting() {
        return List.of(
                new OutcomeUnknownException("lost at commit", null),
                new StorePoolExhaustedException("no connection in 30 s", null),
                new StoreConflictException("key is another's", Repeat.USELESS, null),
                new StoreUnavailableException("closed", Repeat.USELESS, null),
                new StoreOperationException("syntax error", Repeat.USELESS, null),
                new InvalidDataException("title is blank", null));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsRepeatedAsAWhole(StoreException failure) {
        store.failures.add(failure);

        String answer = units.call(stores -> "answer " + ++bodies);

        assertThat(answer).isEqualTo("answer 2");
        assertThat(sleeper.waits()).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void aCreateWhoseOutcomeIsUnknownIsRepeatedAsItsIdMakesThatHarmless() {
        NewJob job = NewJob.of("encode", new Target("film", "one"));
        store.failures.add(new OutcomeUnknownException("lost at commit", null));

        assertThat(repeated.jobs().create(job).id()).isEqualTo(job.id());

        assertThat(sleeper.waits()).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void whereNoAttemptFindsOutTheDoubtIsThrown() {
        OutcomeUnknownException doubt = new OutcomeUnknownException("lost at commit", null);
        store.failures.add(doubt);
        store.failures.add(new StoreConnectionException("refused", null));
        store.failures.add(new StoreUnavailableException("starting", Repeat.SAFE, null));
        store.failures.add(new OutcomeUnknownException("lost again", null));

        assertThatThrownBy(() -> repeated.jobs().create(NewJob.of("encode", new Target("film", "one"))))
                .isSameAs(doubt);
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatLastsOrMayHaveHappenedIsNotRepeated(StoreException failure) {
        store.failures.add(failure);

        assertThatThrownBy(() -> units.run(stores -> bodies++)).isSameAs(failure);

        assertThat(bodies).isEqualTo(1);
        assertThat(sleeper.waits()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void aStandAloneCallIsRepeatedByTheSameRules(StoreException failure) {
        store.failures.add(failure);
        assertThatThrownBy(() -> repeated.jobs().createAll(List.of(job("a")))).isSameAs(failure);
        assertThat(store.commits).isEqualTo(1);

        store.failures.add(new StoreConnectionException("reset", null));
        repeated.jobs().create(job("b"));
        assertThat(store.commits).isEqualTo(3);
        assertThat(store.committed).containsExactly("b");
    }

    @Test
    void theLastFailureComesOutAfterFourAttemptsAndTheLogSaysSo() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        StoreException last = new StoreConnectionException("connection\nrefused", null);
        store.failures.addAll(passing().subList(0, 3));
        store.failures.add(last);
        try {
            assertThatThrownBy(() -> units.run(UnitOptions.named("get_video_by_id"), stores -> bodies++))
                    .isSameAs(last);
        } finally {
            Locale.setDefault(before);
        }

        assertThat(bodies).isEqualTo(4);
        assertThat(log.lines())
                .containsExactly(
                        "WARN Transient database error in get_video_by_id (attempt 1/4): reset. Retrying in 0.50s...",
                        "WARN Transient database error in get_video_by_id (attempt 2/4): lock. Retrying in 1.00s...",
                        "WARN Transient database error in get_video_by_id (attempt 3/4): deadlock. Retrying in 2.00s...",
                        "ERROR Database session error, rolling back: connection refused");
    }

    @Test
    void aRefusedInputIsNoErrorOfTheDatabase() {
        store.failures.add(new InvalidDataException("title is blank", null));
        store.failures.add(new RecordNotFoundException("no job 7", null));
        store.failures.add(new StoreConflictException("key is another's", Repeat.USELESS, null));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> repeated.jobs().create(job("a"))).isInstanceOf(StoreException.class);
        }

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void whatTheBodyThrowsComesOutAsTheSameObjectAndIsNotRepeated() {
        IOException own = new IOException("disk");

        assertThatThrownBy(() -> units.run(stores -> {
                    bodies++;
                    throw own;
                }))
                .isSameAs(own);

        assertThat(bodies).isEqualTo(1);
    }

    @Test
    void aUnitMayBringItsOwnPolicy() {
        store.failures.addAll(passing());
        assertThatThrownBy(() -> units.run(UnitOptions.DEFAULT.retry(RetryPolicy.NONE), stores -> bodies++))
                .hasMessage("reset");
        assertThat(bodies).isEqualTo(1);

        units.run(UnitOptions.DEFAULT.retry(RetryPolicy.attempts(5, Duration.ofSeconds(1))), stores -> bodies++);
        assertThat(bodies).isEqualTo(6);
    }

    @Test
    void thereIsOneDeadlineOverAllAttempts() {
        store.failures.addAll(passing());

        assertThatThrownBy(() -> units.run(UnitOptions.DEFAULT.timeout(Duration.ofSeconds(2)), stores -> {
                    bodies++;
                    sleeper.pass(Duration.ofMillis(300));
                }))
                .hasMessage("lock");

        assertThat(bodies).isEqualTo(2);
        assertThat(store.timeouts).containsExactly(Duration.ofSeconds(2), Duration.ofMillis(1200));
    }

    @Test
    void whatJoinsIsLeftToTheOuterUnit() {
        store.failures.add(passing().get(0));

        units.run(outer -> {
            bodies++;
            units.run(inner -> repeated.jobs().create(job("in")));
            repeated.jobs().create(job("beside"));
        });

        assertThat(bodies).isEqualTo(2);
        assertThat(store.commits).isEqualTo(2);
        assertThat(store.committed).containsExactly("in", "beside");
    }

    @Test
    void aManualUnitIsNeverRepeated() {
        store.failures.add(passing().get(0));
        try (UnitHandle handle = units.open(UnitOptions.DEFAULT)) {
            assertThatThrownBy(handle::commit).isInstanceOf(StoreConnectionException.class);
        }

        assertThat(store.commits).isEqualTo(1);
        assertThat(sleeper.waits()).isEmpty();
    }

    @Test
    void anInterruptedWaitEndsTheRepeats() {
        StoreException failure = passing().get(0);
        store.failures.add(failure);
        sleeper.interruptNextWait();

        assertThatThrownBy(() -> units.run(stores -> bodies++)).isSameAs(failure);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(bodies).isEqualTo(1);
    }

    @Test
    void theStoresTimeIsAskedForAgainToo() {
        store.failures.add(passing().get(0));

        repeated.now();

        assertThat(store.commits).isEqualTo(2);
    }

    @Test
    void theUnrepeatedUnitsFailAtOnceWithoutALine() {
        store.failures.add(passing().get(0));

        assertThatThrownBy(() -> repeated.unrepeated().run(stores -> bodies++)).hasMessage("reset");

        assertThat(bodies).isEqualTo(1);
        assertThat(log.lines()).isEmpty();
    }

    private static NewJob job(String target) {
        return NewJob.of("video_process", new Target("file", target));
    }
}
