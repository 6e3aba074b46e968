package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StandingRequest;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work sees: the committed data with its own writes laid over. It changes nothing for others before
 * {@link #commit()}. For one thread.
 */
final class Overlay {

    private final Memory memory;
    private final UnitLocks locks;
    private final boolean ofOneCall;
    private final boolean pinned;
    private final OwnWrites own = new OwnWrites();
    private State base;
    private @Nullable State view;

    private Overlay(Memory memory, UnitLocks locks, boolean ofOneCall, boolean pinned) {
        this.memory = memory;
        this.locks = locks;
        this.ofOneCall = ofOneCall;
        this.pinned = pinned;
        this.base = memory.committed();
        this.view = base;
    }

    /** An overlay for one call that is a unit by itself. */
    static Overlay ofOneCall(Memory memory) {
        return new Overlay(memory, new UnitLocks(memory, System.nanoTime() + Long.MAX_VALUE / 2), true, false);
    }

    /**
     * An overlay at a level of isolation. One that only reads needs no more than to keep what it saw first; one that
     * writes above READ COMMITTED runs alone.
     *
     * @param deadline the {@link System#nanoTime()} after which it waits for nothing
     */
    static Overlay at(Memory memory, Isolation isolation, boolean readOnly, long deadline) {
        boolean strict = isolation != Isolation.READ_COMMITTED;
        UnitLocks locks = new UnitLocks(memory, deadline);
        if (strict && !readOnly) {
            locks.lockEverything();
        }
        return new Overlay(memory, locks, false, strict && readOnly);
    }

    /** Whether the unit ends with the call that it was opened for. */
    boolean ofOneCall() {
        return ofOneCall;
    }

    Instant now() {
        return memory.now();
    }

    /** What a create of this job is to answer: one inside a unit answers nothing. */
    Optional<StandingRequest> request(NewJob job) {
        return ofOneCall ? memory.requests().take(job) : Optional.empty();
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
            seen = own.laidOver(base);
            view = seen;
        }
        return seen;
    }

    @Nullable
    JobRow job(JobId id) {
        Row mine = own.find(id);
        if (mine == null) {
            return base.jobs().find(id);
        }
        return mine instanceof JobRow row ? row : null;
    }

    Row.@Nullable Lease lease(WorkerId worker) {
        Row mine = own.find(worker);
        if (mine == null) {
            return base.lease(worker);
        }
        return mine instanceof Row.Lease lease ? lease : null;
    }

    @Nullable
    Channel channel(ChannelId id) {
        Row mine = own.find(id);
        if (mine == null) {
            return base.channels().find(id);
        }
        return mine instanceof Row.ChannelRow row ? row.channel() : null;
    }

    @Nullable
    Video video(VideoId id) {
        Row mine = own.find(id);
        if (mine == null) {
            return base.videos().find(id);
        }
        return mine instanceof Row.VideoRow row ? row.video() : null;
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
        Row mine = own.find(id);
        if (mine == null) {
            return base.qualities().find(id);
        }
        return mine instanceof Row.QualityRow row ? row.quality() : null;
    }

    Job toJob(JobRow row) {
        Row.Lease lease = row.running() ? lease(row.held().worker()) : null;
        return row.toJob(lease == null ? null : lease.until());
    }

    /** Holds a key until the unit ends; what is read afterwards is what its last holder left. */
    void lock(LockKey key) {
        locks.lock(key);
        refresh();
    }

    /** As {@link #lock}, beside others that share it too. */
    void share(LockKey key) {
        locks.share(key);
        refresh();
    }

    /** As {@link #lock}, or false where another holds it. */
    boolean tryLock(LockKey key) {
        boolean free = locks.tryLock(key);
        if (free) {
            refresh();
        }
        return free;
    }

    /** Writes a row whose key is locked. */
    void put(Row row) {
        own.put(row);
        view = view == null ? null : row.onto(view);
    }

    /** A point to which {@link #rollbackTo} leads back. */
    int savepoint() {
        return own.savepoint();
    }

    /** Undoes what was written since; locks are kept. */
    void rollbackTo(int savepoint) {
        own.rollbackTo(savepoint);
        view = own.isEmpty() ? base : null;
    }

    /** Makes everything visible to all in one step. */
    void commit() {
        if (!own.isEmpty()) {
            memory.commit(latest -> latest == base ? view() : own.laidOver(latest));
        }
    }

    /** Tells who listens what became of jobs by the commit. Not to be called before the unit ended. */
    void signal() {
        if (memory.signals().heard()) {
            memory.signals().wake(own.queuesWithDueJobs(memory.now()));
        }
        if (memory.signals().watched()) {
            memory.signals().changed(own.jobs());
        }
    }

    /** Gives back all locks. What was not committed is gone. */
    void end() {
        locks.releaseAll();
    }
}
