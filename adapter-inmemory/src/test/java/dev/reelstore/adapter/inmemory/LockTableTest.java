package dev.reelstore.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.job.JobId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LockTableTest {

    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONG = TimeUnit.SECONDS.toNanos(20);

    private final LockTable locks = new LockTable();
    private final LockKey a = LockKey.job(JobId.next());
    private final LockKey b = LockKey.job(JobId.next());

    @Test
    void anOwnerTakesAKeyAgainForNothing() {
        LockTable.Owner owner = new LockTable.Owner();

        locks.lock(owner, a, SHORT);
        locks.lock(owner, a, SHORT);

        assertThat(locks.tryLock(owner, a)).isTrue();
        assertThat(locks.tryLock(new LockTable.Owner(), a)).isFalse();
    }

    @Test
    void aWaitEndsAtItsTimeAndLeavesNoTrace() {
        LockTable.Owner holder = new LockTable.Owner();
        locks.lock(holder, a, SHORT);

        assertThatThrownBy(() -> locks.lock(new LockTable.Owner(), a, SHORT))
                .isInstanceOf(StoreTimeoutException.class)
                .hasMessageContaining("50 ms")
                .hasMessageContaining(a.toString());

        locks.releaseAll(holder);
        assertThat(locks.tryLock(new LockTable.Owner(), a)).isTrue();
    }

    @Test
    void aReleasedKeyGoesToWhoWaitsForIt() {
        LockTable.Owner holder = new LockTable.Owner();
        LockTable.Owner waiting = new LockTable.Owner();
        locks.lock(holder, a, SHORT);
        CompletableFuture<Void> granted = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            locks.lock(waiting, a, LONG);
            granted.complete(null);
        });
        waiter.start();

        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        locks.releaseAll(holder);

        assertThat(locks.tryLock(holder, a)).isFalse();
        assertThat(granted).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(locks.tryLock(waiting, a)).isTrue();
    }

    @Test
    void oneOfTwoThatWaitForEachOtherFailsAtOnce() {
        LockTable.Owner first = new LockTable.Owner();
        LockTable.Owner second = new LockTable.Owner();
        locks.lock(first, a, SHORT);
        locks.lock(second, b, SHORT);

        List<StoreException> failures = Stream.of(cross(first, b), cross(second, a))
                .map(CompletableFuture::join)
                .flatMap(List::stream)
                .toList();

        assertThat(failures).singleElement().isInstanceOf(StoreConflictException.class);
        assertThat(failures.get(0).repeat()).isEqualTo(Repeat.SAFE);
    }

    @Test
    void ownersShareAKeyThatNobodyHasAloneUntilTheLastGivesItBack() {
        LockTable.Owner one = new LockTable.Owner();
        LockTable.Owner two = new LockTable.Owner();
        LockTable.Owner alone = new LockTable.Owner();
        locks.share(one, a, SHORT);
        locks.share(two, a, SHORT);

        locks.releaseAll(one);
        assertThat(locks.tryLock(alone, a)).isFalse();
        locks.releaseAll(two);
        assertThat(locks.tryLock(alone, a)).isTrue();
        assertThatThrownBy(() -> locks.share(one, a, SHORT)).isInstanceOf(StoreTimeoutException.class);
    }

    @Test
    void whoSharesAKeyMayHaveItAloneAndKeepsItAlone() {
        LockTable.Owner owner = new LockTable.Owner();
        locks.share(owner, a, SHORT);

        locks.lock(owner, a, SHORT);
        locks.share(owner, a, SHORT);

        assertThatThrownBy(() -> locks.share(new LockTable.Owner(), a, SHORT))
                .isInstanceOf(StoreTimeoutException.class);
    }

    @Test
    void ofTwoThatShareAKeyAndBothWantItAloneOneFailsAtOnce() {
        LockTable.Owner first = new LockTable.Owner();
        LockTable.Owner second = new LockTable.Owner();
        locks.share(first, a, SHORT);
        locks.share(second, a, SHORT);

        List<StoreException> failures = Stream.of(cross(first, a), cross(second, a))
                .map(CompletableFuture::join)
                .flatMap(List::stream)
                .toList();

        assertThat(failures).singleElement().isInstanceOf(StoreConflictException.class);
    }

    @Test
    void anInterruptDoesNotEndAWaitAndIsNotLost() {
        locks.lock(new LockTable.Owner(), a, SHORT);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> locks.lock(new LockTable.Owner(), a, SHORT)).isInstanceOf(StoreTimeoutException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private CompletableFuture<List<StoreException>> cross(LockTable.Owner owner, LockKey key) {
        CompletableFuture<List<StoreException>> failures = new CompletableFuture<>();
        // A thread of its own each: a shared pool may have but one.
        new Thread(() -> {
                    try {
                        locks.lock(owner, key, LONG);
                        failures.complete(List.of());
                    } catch (StoreException failure) {
                        locks.releaseAll(owner);
                        failures.complete(List.of(failure));
                    }
                })
                .start();
        return failures;
    }
}
