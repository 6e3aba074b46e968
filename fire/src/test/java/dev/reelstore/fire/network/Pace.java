package dev.reelstore.fire.network;

import java.util.concurrent.TimeUnit;

/** How the bytes that pass a {@link Proxy} move: freely, not at all, or one at a time. Safe from any thread. */
public final class Pace {

    private static final long BETWEEN_BYTES_MILLIS = 1_000;

    private enum Kind {
        FREE,
        FROZEN,
        TRICKLING
    }

    private Kind kind = Kind.FREE;

    /** From now on none passes, and nobody is told; those on their way stay there. */
    public synchronized void freeze() {
        kind = Kind.FROZEN;
    }

    /** From now on what the server says arrives byte by byte, one a second. */
    public synchronized void trickle() {
        kind = Kind.TRICKLING;
    }

    /** From now on all pass. */
    public synchronized void flow() {
        kind = Kind.FREE;
        notifyAll();
    }

    /** Waits until bytes may pass; answers whether only one may. */
    synchronized boolean awaitPassage(boolean toServer) throws InterruptedException {
        while (kind == Kind.FROZEN) {
            wait();
        }
        if (kind == Kind.TRICKLING && !toServer) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BETWEEN_BYTES_MILLIS);
            for (long left = 1; kind == Kind.TRICKLING && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
            }
            return kind == Kind.TRICKLING;
        }
        return false;
    }
}
