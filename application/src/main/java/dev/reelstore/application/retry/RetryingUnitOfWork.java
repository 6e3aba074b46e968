package dev.reelstore.application.retry;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the outermost unit again as a whole, in a fresh transaction, while that is safe; a call that joins is left to its
 * outer unit, and a manual unit to its owner. Safe from any thread.
 */
final class RetryingUnitOfWork implements UnitOfWork {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Persistence plain;
    private final UnitOfWork units;
    private final Retrier retrier;
    private final Calls calls;

    RetryingUnitOfWork(Persistence plain, UnitOfWork units, Retrier retrier, Calls calls) {
        this.plain = plain;
        this.units = units;
        this.retrier = retrier;
        this.calls = calls;
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T call(UnitOptions options, Work<T, E> work) throws E {
        return this.<T, E>repeated(options, left -> units.call(within(options, left), work));
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> Guarded<T> under(
            Claim claim, UnitOptions options, Work<T, E> work) throws E {
        return this.<Guarded<T>, E>repeated(options, left -> units.under(claim, within(options, left), work));
    }

    @Override
    public List<Settlement> completeAll(List<FinishedJob> jobs) {
        return calls.callHarmlessTwice(
                "complete jobs",
                () -> units.completeAll(jobs),
                answers -> AfterDoubt.completeAll(
                        plain, jobs.stream().map(FinishedJob::claim).toList(), answers));
    }

    @Override
    public UnitHandle open(UnitOptions options) {
        return units.open(options);
    }

    @Override
    public boolean active() {
        return units.active();
    }

    private <T extends @Nullable Object, E extends Exception> T repeated(
            UnitOptions options, Retrier.Attempt<T, E> attempt) throws E {
        Check.present("unit options", options);
        return units.active()
                ? attempt.run(options.timeout())
                : retrier.call(options.name(), options.retry(), options.timeout(), attempt);
    }

    private static UnitOptions within(UnitOptions options, @Nullable Duration left) {
        return left == null ? options : options.timeout(left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
    }
}
