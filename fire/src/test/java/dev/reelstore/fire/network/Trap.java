package dev.reelstore.fire.network;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A {@link Cut} that waits for its moment, and what it met. Safe from any thread. */
public final class Trap {

    private final Cut cut;
    private final CountDownLatch done = new CountDownLatch(1);
    private long left;
    private boolean sprung;
    private volatile boolean committing;

    Trap(Cut cut) {
        this.cut = cut;
        this.left = cut instanceof Cut.AtByteSent sent
                ? sent.bytes()
                : cut instanceof Cut.AtByteReceived received ? received.bytes() : Long.MAX_VALUE;
    }

    Cut cut() {
        return cut;
    }

    /** Claims it for a commit that passes now; the first gets it. */
    synchronized boolean springAtCommit() {
        committing |= !sprung;
        boolean mine = !sprung && !counts();
        sprung |= mine;
        return mine;
    }

    /** How many of these bytes still pass; fewer than all only for the one whose connection is to be cut. */
    synchronized int pass(boolean toServer, int bytes) {
        if (sprung || !counts() || toServer != cut instanceof Cut.AtByteSent) {
            return bytes;
        }
        int passing = (int) Math.min(bytes, left);
        left -= passing;
        sprung = passing < bytes;
        return passing;
    }

    private boolean counts() {
        return cut instanceof Cut.AtByteSent || cut instanceof Cut.AtByteReceived;
    }

    void done() {
        done.countDown();
    }

    /** Whether it has done what it was for. */
    public boolean sprung() {
        return done.getCount() == 0;
    }

    /** Waits for the end of what it has begun; answers whether it has. */
    public boolean awaitDone() throws InterruptedException {
        boolean begun;
        synchronized (this) {
            begun = sprung;
        }
        return begun && done.await(60, TimeUnit.SECONDS);
    }

    /** Whether a client has begun to commit since it was laid: only then can an outcome be unknown. */
    public boolean committing() {
        return committing;
    }
}
