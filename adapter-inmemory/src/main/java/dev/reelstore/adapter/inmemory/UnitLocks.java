package dev.reelstore.adapter.inmemory;

/** What one unit of work holds until it ends: its leave to write at all, and the keys of what it writes. For one thread. */
final class UnitLocks {

    private final Memory memory;
    private final long deadline;
    private final LockTable.Owner owner = new LockTable.Owner();
    private int share;

    /** @param deadline the {@link System#nanoTime()} after which it waits for nothing */
    UnitLocks(Memory memory, long deadline) {
        this.memory = memory;
        this.deadline = deadline;
    }

    /** Keeps all others from writing. Only before anything was locked. */
    void lockEverything() {
        share = memory.enter(true, patience());
    }

    void lock(LockKey key) {
        enter();
        memory.locks().lock(owner, key, patience());
    }

    void share(LockKey key) {
        enter();
        memory.locks().share(owner, key, patience());
    }

    boolean tryLock(LockKey key) {
        enter();
        return memory.locks().tryLock(owner, key);
    }

    void releaseAll() {
        if (share > 0) {
            memory.locks().releaseAll(owner);
            memory.leave(share);
            share = 0;
        }
    }

    private void enter() {
        if (share == 0) {
            share = memory.enter(false, patience());
        }
    }

    private long patience() {
        return Math.max(0, Math.min(memory.lockTimeoutNanos(), deadline - System.nanoTime()));
    }
}
