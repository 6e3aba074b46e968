package dev.reelstore.application.worker;

import dev.reelstore.application.retry.RetryingPersistence;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.Heartbeat;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.WorkerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One identity of a worker with its lease and the attempts under it. Whether the lease still holds is told by the time
 * elapsed since its last renewal was sent; no clock is asked. Safe from any thread.
 */
final class Shift {

    private static final Logger LOG = LoggerFactory.getLogger(Shift.class);

    private static final long LAST_BEAT_SECONDS = 2;

    private final WorkerId worker = WorkerId.next();
    private final RetryingPersistence store;
    private final WorkerSettings settings;
    private final Settling settling;
    private final Duty duty;
    private final Executor aside;
    private final Company company;
    private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();
    private final ReentrantLock beating = new ReentrantLock();
    private volatile boolean retired;
    private volatile boolean renewed;
    private volatile long renewedAt;
    private volatile boolean inDoubt;

    /**
     * @param duty what it claims
     * @param aside runs what may block, such as callbacks of handlers
     * @param company completes what comes together
     */
    Shift(RetryingPersistence store, WorkerSettings settings, Duty duty, Executor aside, Company company) {
        this.store = store;
        this.settings = settings;
        this.settling = new Settling(settings.patience());
        this.duty = duty;
        this.aside = aside;
        this.company = company;
    }

    RetryingPersistence store() {
        return store;
    }

    Settling settling() {
        return settling;
    }

    Executor aside() {
        return aside;
    }

    Company company() {
        return company;
    }

    Set<Attempt> attempts() {
        return attempts;
    }

    /** It may hold claims that nobody here knows of: it must take no more, and retire when the known ones are done. */
    boolean inDoubt() {
        return inDoubt;
    }

    void doubt() {
        inDoubt = true;
    }

    ClaimRequest request(int limit) {
        return new ClaimRequest(worker, duty.queue(), duty.types(), limit, settings.lease());
    }

    Attempt begin(Claim claim, Registration registration, Consumer<Attempt> onReport) {
        Attempt attempt = new Attempt(this, claim, registration, onReport);
        attempts.add(attempt);
        return attempt;
    }

    /** Whether the lease holds for all that is known here. */
    boolean fresh() {
        return renewed && System.nanoTime() - renewedAt < settings.lease().toNanos();
    }

    /** A claim that was sent then has opened the lease, unless one was open. */
    void opened(long sentAt) {
        if (!renewed) {
            renewedAt = sentAt;
            renewed = true;
        }
    }

    /** Renews the lease when it is time, and writes what handlers report; does nothing while another thread does. */
    void beatIfDue() {
        if (beating.tryLock()) {
            try {
                if (!retired && due(System.nanoTime())) {
                    beat();
                }
            } finally {
                beating.unlock();
            }
        }
    }

    /** As {@link #beatIfDue()} once the lease was opened; a failure costs nothing but the next beat's being later. */
    void beatQuietly() {
        try {
            if (renewed) {
                beatIfDue();
            }
        } catch (StoreException failure) {
            LOG.warn("A heartbeat failed and will be repeated: {}", failure.getMessage());
        }
    }

    /** Gives back whatever is still held; no heartbeat follows, since it would open the lease again. */
    void retire(ClaimStore claims) {
        settling.abandon();
        retired = true;
        awaitBeat();
        claims.retire(worker);
    }

    /** A beat that hangs is not waited for: then the lease runs out by itself. */
    private void awaitBeat() {
        try {
            if (beating.tryLock(LAST_BEAT_SECONDS, TimeUnit.SECONDS)) {
                beating.unlock();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean due(long now) {
        return !renewed
                || now - renewedAt >= settings.heartbeat().toNanos()
                || attempts.stream()
                        .anyMatch(attempt -> attempt.open() && attempt.stages().due(now));
    }

    private void beat() {
        long sentAt = System.nanoTime();
        List<Attempt> held = attempts.stream().filter(Attempt::open).toList();
        List<HeartbeatRequest.Report> reports = new ArrayList<>();
        for (Attempt attempt : held) {
            for (StageProgress progress : attempt.stages().takeDue(sentAt)) {
                reports.add(new HeartbeatRequest.Report(attempt.claim(), progress));
            }
        }
        Heartbeat answer = send(held, reports);
        renewedAt = sentAt;
        renewed = true;
        held.stream().filter(attempt -> answer.lost().contains(attempt.claim())).forEach(Attempt::lose);
    }

    private Heartbeat send(List<Attempt> held, List<HeartbeatRequest.Report> reports) {
        boolean sent = false;
        try {
            List<Claim> claims = held.stream().map(Attempt::claim).toList();
            Heartbeat answer = store.plain()
                    .claims()
                    .heartbeat(new HeartbeatRequest(worker, settings.lease(), claims, reports, duty));
            sent = true;
            return answer;
        } finally {
            boolean written = sent;
            held.forEach(attempt -> attempt.stages().taken(reportsOf(attempt, reports), written));
        }
    }

    private static List<StageProgress> reportsOf(Attempt attempt, List<HeartbeatRequest.Report> reports) {
        return reports.stream()
                .filter(report -> report.claim() == attempt.claim())
                .map(HeartbeatRequest.Report::progress)
                .toList();
    }
}
