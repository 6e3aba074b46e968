package dev.reelstore.application.retry;

import dev.reelstore.application.watch.WatchedUnitOfWork;
import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Health;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals;
import dev.reelstore.domain.failure.TransientFailureException;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.ForwardingStores;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A persistence whose units of work and stand-alone calls are run again where it is certain that nothing was committed,
 * and which tells the log of created jobs after the commit. As safe from threads as what it decorates.
 */
public final class RetryingPersistence extends ForwardingStores implements Persistence {

    private final Persistence plain;
    private final Retrier retrier;
    private final @Nullable WatchedUnitOfWork watched;
    private final UnitOfWork units;
    private final UnitOfWork unrepeated;
    private final Calls calls;
    private final Stores stores;

    /**
     * Decorates an adapter.
     *
     * @param plain what is decorated, and closed when this is closed
     * @param policy for units that name none of their own, and for stand-alone calls
     * @param longUnit units that are open for longer are told to the log, or zero for none
     */
    public RetryingPersistence(Persistence plain, RetryPolicy policy, Duration longUnit) {
        this(plain, policy, longUnit, Sleeper.SYSTEM, LoggerFactory.getLogger(RetryingPersistence.class));
    }

    RetryingPersistence(Persistence plain, RetryPolicy policy, Duration longUnit, Sleeper sleeper, Logger logger) {
        StoreLog log = new StoreLog(logger);
        Creations creations = new Creations();
        this.retrier = new Retrier(policy, sleeper, log);
        this.plain = plain;
        this.watched = longUnit.isZero() ? null : new WatchedUnitOfWork(plain, longUnit);
        this.unrepeated = new ToldUnitOfWork(watched == null ? plain.unitOfWork() : watched, creations, log);
        this.calls = Calls.repeated(plain.unitOfWork(), retrier);
        this.units = new RetryingUnitOfWork(plain, unrepeated, retrier, calls);
        this.stores = new RetryingStores(
                new ToldJobStore(plain.jobs(), calls, line -> tell(line, creations), log),
                new RetryingClaimStore(plain, calls),
                new RetryingChannelStore(plain.channels(), calls),
                new RetryingJournalStore(plain.journal(), calls),
                new RetryingVideoStore(plain.videos(), calls),
                new RetryingQualityStore(plain.qualities(), calls),
                new RetryingAnalysisStore(plain.analysis(), calls));
    }

    /** The adapter itself: each call is made once. */
    public Persistence plain() {
        return plain;
    }

    /** Units that are run once and fail without a log line, for callers that repeat them by rules of their own. */
    public UnitOfWork unrepeated() {
        return unrepeated;
    }

    /**
     * Runs any code and repeats it by this policy while it fails with a {@link TransientFailureException}, or with a
     * failure of the store after which a repeat is safe; throws the last failure as the same object. Calls and units inside
     * are not repeated by themselves. In an open unit it runs once, since only the unit as a whole can be repeated.
     *
     * @param name for the log, 1 to 100 characters
     * @throws E what the code throws
     */
    public <T extends @Nullable Object, E extends Exception> T retrying(
            RetryPolicy policy, String name, Retryable<T, E> code) throws E {
        Check.present("retry policy", policy);
        Check.text("name", name, 100);
        Check.present("code", code);
        return plain.unitOfWork().active() ? code.run() : retrier.callAny(name, policy, code);
    }

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return units;
    }

    @Override
    public Signals signals() {
        return plain.signals();
    }

    @Override
    public Handover handover() {
        return plain.handover();
    }

    @Override
    public Health health() {
        return plain.health();
    }

    @Override
    public Instant now() {
        return calls.call("now", plain::now);
    }

    @Override
    public ReadToken token() {
        return calls.call("token", plain::token);
    }

    @Override
    public Set<Capability> capabilities() {
        return plain.capabilities();
    }

    @Override
    public void close() {
        if (watched != null) {
            watched.close();
        }
        plain.close();
    }

    /** A call that joined is part of its unit; of a unit that was opened past us nobody hears the commit. */
    private void tell(Runnable line, Creations creations) {
        if (!plain.unitOfWork().active()) {
            line.run();
            return;
        }
        Creations.Pending outer = creations.current();
        if (outer != null) {
            outer.say(line);
        }
    }
}
