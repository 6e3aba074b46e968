package dev.reelstore.fire.campaign;

import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.fire.aftermath.Writings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the clients of a store know: what they asked for, under a key of theirs, and what they were told of it. Safe from
 * any thread.
 */
public final class Ledger {

    /** What the client of a call knows of it. */
    public enum Told {
        DONE,
        UNKNOWN,
        REFUSED
    }

    /**
     * Records that were asked for under one key.
     *
     * @param least how many there must be
     * @param most how many there may be
     */
    record Asked(long least, long most) {

        Asked and(Asked other) {
            return new Asked(Math.max(least, other.least), Math.max(most, other.most));
        }
    }

    private final Report report;
    private final Writings writings;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final Map<UUID, Set<Long>> fences = new ConcurrentHashMap<>();
    private final Map<Claim, Settlement> settled = new ConcurrentHashMap<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<String> repeatedFences = new CopyOnWriteArrayList<>();
    private final AtomicLong created = new AtomicLong();
    private final AtomicLong lastDone = new AtomicLong(Long.MIN_VALUE);

    Ledger(Report report, Writings writings) {
        this.report = report;
        this.writings = writings;
    }

    /** Makes a call that is to leave so many records with this key, and books what it tells. */
    public Told call(String key, long records, Callable<?> call) {
        Told told = told(call);
        if (told == Told.DONE && !asked.containsKey(key)) {
            created.addAndGet(records);
        }
        asked.merge(key, new Asked(told == Told.DONE ? records : 0, told == Told.REFUSED ? 0 : records), Asked::and);
        return told;
    }

    /** Makes a call of which nothing else is to be booked. */
    public Told told(Callable<?> call) {
        report.operations(1);
        try {
            call.call();
            lastDone.accumulateAndGet(System.nanoTime(), Math::max);
            return Told.DONE;
        } catch (OutcomeUnknownException doubt) {
            report.ambiguous();
            writings.add(doubt);
            return Told.UNKNOWN;
        } catch (StoreException refused) {
            writings.add(refused);
            return Told.REFUSED;
        } catch (Exception foreign) {
            violation("a port threw " + foreign);
            return Told.UNKNOWN;
        }
    }

    /** A handler got this. */
    void claimed(Claim claim) {
        boolean first = fences.computeIfAbsent(claim.jobId().value(), unseen -> ConcurrentHashMap.newKeySet())
                .add(claim.fence());
        if (!first) {
            repeatedFences.add("fence " + claim.fence() + " of job " + claim.jobId() + " was given out twice");
        }
    }

    /** A handler was told this of the completion that it asked for. */
    void settled(Claim claim, Settlement answer) {
        report.operations(1);
        settled.put(claim, answer);
        if (answer == Settlement.DONE) {
            lastDone.accumulateAndGet(System.nanoTime(), Math::max);
        }
    }

    public void violation(String what) {
        violations.add(what);
    }

    /** About how many jobs no handler has had yet. */
    long waiting() {
        return created.get() - fences.size();
    }

    /** When a call last told that it was done, as {@link System#nanoTime}. */
    long lastDone() {
        return lastDone.get();
    }

    Map<String, Asked> asked() {
        return asked;
    }

    Map<UUID, Set<Long>> fences() {
        return fences;
    }

    Map<Claim, Settlement> settled() {
        return settled;
    }

    List<String> repeatedFences() {
        return repeatedFences;
    }

    List<String> violations() {
        return violations;
    }
}
