package dev.reelstore.application.retry;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Health;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.video.VideoStore;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A persistence whose units of work and stand-alone calls are run again where it is certain that nothing was committed,
 * and which tells the log of created jobs after the commit. As safe from threads as what it decorates.
 */
public final class RetryingPersistence implements Persistence {

    private final Persistence plain;
    private final UnitOfWork units;
    private final UnitOfWork unrepeated;
    private final Calls calls;
    private final JobStore jobs;
    private final ClaimStore claims;
    private final ChannelStore channels;
    private final VideoStore videos;
    private final QualityStore qualities;

    /**
     * Decorates an adapter.
     *
     * @param plain what is decorated, and closed when this is closed
     * @param policy for units that name none of their own, and for stand-alone calls
     */
    public RetryingPersistence(Persistence plain, RetryPolicy policy) {
        this(plain, policy, Sleeper.SYSTEM, LoggerFactory.getLogger(RetryingPersistence.class));
    }

    RetryingPersistence(Persistence plain, RetryPolicy policy, Sleeper sleeper, Logger logger) {
        StoreLog log = new StoreLog(logger);
        Creations creations = new Creations();
        Retrier retrier = new Retrier(policy, sleeper, log);
        this.plain = plain;
        this.unrepeated = new ToldUnitOfWork(plain.unitOfWork(), creations, log);
        this.units = new RetryingUnitOfWork(unrepeated, retrier);
        this.calls = Calls.repeated(plain.unitOfWork(), retrier);
        this.jobs = new ToldJobStore(plain.jobs(), calls, line -> tell(line, creations), log);
        this.claims = new RetryingClaimStore(plain.claims(), calls);
        this.channels = new RetryingChannelStore(plain.channels(), calls);
        this.videos = new RetryingVideoStore(plain.videos(), calls);
        this.qualities = new RetryingQualityStore(plain.qualities(), calls);
    }

    /** The adapter itself: each call is made once. */
    public Persistence plain() {
        return plain;
    }

    /** Units that are run once and fail without a log line, for callers that repeat them by rules of their own. */
    public UnitOfWork unrepeated() {
        return unrepeated;
    }

    @Override
    public JobStore jobs() {
        return jobs;
    }

    @Override
    public ClaimStore claims() {
        return claims;
    }

    @Override
    public ChannelStore channels() {
        return channels;
    }

    @Override
    public VideoStore videos() {
        return videos;
    }

    @Override
    public QualityStore qualities() {
        return qualities;
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
    public Health health() {
        return plain.health();
    }

    @Override
    public Instant now() {
        return calls.call("now", plain::now);
    }

    @Override
    public Set<Capability> capabilities() {
        return plain.capabilities();
    }

    @Override
    public void close() {
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
