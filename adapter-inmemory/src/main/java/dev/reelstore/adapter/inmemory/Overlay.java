package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work sees: the committed data with its own writes laid over. It changes nothing for others before
 * {@link #commit()}. For one thread.
 */
final class Overlay {

    private final Memory memory;
    private final LockTable.Owner owner = new LockTable.Owner();
    private final boolean ofOneCall;
    private final boolean pinned;
    private final long deadline;
    private final Map<Object, Row> own = new HashMap<>();
    private final List<Undo> undo = new ArrayList<>();
    private int share;
    private State base;
    private @Nullable State view;

    private record Undo(Object key, @Nullable Row before) {}

    private Overlay(Memory memory, boolean ofOneCall, boolean pinned, long deadline) {
        this.memory = memory;
        this.ofOneCall = ofOneCall;
        this.pinned = pinned;
        this.deadline = deadline;
        this.base = memory.committed();
        this.view = base;
    }

    /** An overlay for one call that is a unit by itself. */
    static Overlay ofOneCall(Memory memory) {
        return new Overlay(memory, true, false, System.nanoTime() + Long.MAX_VALUE / 2);
    }

    /**
     * An overlay at a level of isolation. One that only reads needs no more than to keep what it saw first; one that
     * writes above READ COMMITTED runs alone.
     *
     * @param deadline the {@link System#nanoTime()} after which it waits for nothing
     */
    static Overlay at(Memory memory, Isolation isolation, boolean readOnly, long deadline) {
        boolean strict = isolation != Isolation.READ_COMMITTED;
        Overlay overlay = new Overlay(memory, false, strict && readOnly, deadline);
        if (strict && !readOnly) {
            overlay.share = memory.enter(true, overlay.patience());
            overlay.refresh();
        }
        return overlay;
    }

    /** Whether the unit ends with the call that it was opened for. */
    boolean ofOneCall() {
        return ofOneCall;
    }

    Instant now() {
        return memory.now();
    }

    /** Catches up with what others committed. */
    void refresh() {
        State latest = memory.committed();
        if (latest != base && !pinned) {
            base = latest;
            view = own.isEmpty() ? latest : null;
        }
    }

    /** Everything as this unit sees it. */
    State view() {
        State seen = view;
        if (seen == null) {
            seen = laidOver(base);
            view = seen;
        }
        return seen;
    }

    @Nullable
    JobRow job(JobId id) {
        Row mine = own.get(id);
        if (mine == null) {
            return base.jobs().find(id);
        }
        return mine instanceof JobRow row ? row : null;
    }

    Row.@Nullable Lease lease(WorkerId worker) {
        Row mine = own.get(worker);
        if (mine == null) {
            return base.lease(worker);
        }
        return mine instanceof Row.Lease lease ? lease : null;
    }

    @Nullable
    Video video(VideoId id) {
        return own.get(id) instanceof Row.VideoRow row
                ? row.video()
                : base.videos().find(id);
    }

    @Nullable
    Video video(String externalId) {
        return view().videos().findByExternalId(externalId);
    }

    @Nullable
    Video video(SourceHash hash) {
        return view().videos().findByHash(hash);
    }

    @Nullable
    VideoQuality quality(QualityId id) {
        return own.get(id) instanceof Row.QualityRow row
                ? row.quality()
                : base.qualities().find(id);
    }

    Job toJob(JobRow row) {
        JobRow.Hold hold = row.hold();
        Row.Lease lease = hold == null ? null : lease(hold.worker());
        return row.toJob(lease == null ? null : lease.until());
    }

    /** Holds a key until the unit ends; what is read afterwards is what its last holder left. */
    void lock(LockKey key) {
        share();
        memory.locks().lock(owner, key, patience());
        refresh();
    }

    /** As {@link #lock}, or false where another holds it. */
    boolean tryLock(LockKey key) {
        share();
        boolean free = memory.locks().tryLock(owner, key);
        if (free) {
            refresh();
        }
        return free;
    }

    /** Writes a row whose key is locked. */
    void put(Row row) {
        Object key = row.key();
        undo.add(new Undo(key, own.put(key, row)));
        view = view == null ? null : row.onto(view);
    }

    /** A point to which {@link #rollbackTo} leads back. */
    int savepoint() {
        return undo.size();
    }

    /** Undoes what was written since; locks are kept. */
    void rollbackTo(int savepoint) {
        for (int last = undo.size() - 1; last >= savepoint; last--) {
            Undo step = undo.remove(last);
            if (step.before() == null) {
                own.remove(step.key());
            } else {
                own.put(step.key(), step.before());
            }
        }
        view = own.isEmpty() ? base : null;
    }

    /** Makes everything visible to all in one step. */
    void commit() {
        if (!own.isEmpty()) {
            memory.commit(latest -> latest == base ? view() : laidOver(latest));
        }
    }

    /** Wakes who listens to a queue in which jobs became due by the commit. Not to be called before the unit ended. */
    void signal() {
        if (memory.signals().heard()) {
            memory.signals().wake(queuesWithDueJobs());
        }
    }

    /** Gives back all locks. What was not committed is gone. */
    void end() {
        if (share > 0) {
            memory.locks().releaseAll(owner);
            memory.leave(share);
            share = 0;
        }
    }

    private Set<String> queuesWithDueJobs() {
        Instant now = memory.now();
        Set<String> queues = new HashSet<>();
        for (Row row : own.values()) {
            if (row instanceof JobRow job && job.dueAt(now)) {
                queues.add(job.queue());
            }
        }
        return queues;
    }

    private State laidOver(State state) {
        State result = state;
        for (Row row : own.values()) {
            result = row.onto(result);
        }
        return result;
    }

    private void share() {
        if (share == 0) {
            share = memory.enter(false, patience());
        }
    }

    private long patience() {
        return Math.max(0, Math.min(memory.lockTimeoutNanos(), deadline - System.nanoTime()));
    }
}
