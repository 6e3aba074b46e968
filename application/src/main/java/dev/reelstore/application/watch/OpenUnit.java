package dev.reelstore.application.watch;

import org.jspecify.annotations.Nullable;

/** A unit of work that is open. Safe from any thread. */
final class OpenUnit {

    private final String name;
    private final @Nullable StackTraceElement openedAt;
    private final Thread thread = Thread.currentThread();
    private final long begun = System.nanoTime();
    private boolean told;

    /** @param openedAt where, or null while the stack of the thread still shows it */
    OpenUnit(String name, @Nullable StackTraceElement openedAt) {
        this.name = name;
        this.openedAt = openedAt;
    }

    String name() {
        return name;
    }

    Thread thread() {
        return thread;
    }

    long nanosOpen() {
        return System.nanoTime() - begun;
    }

    /** Whether this is the first to tell of it. */
    synchronized boolean tell() {
        boolean first = !told;
        told = true;
        return first;
    }

    String openedAt(StackTraceElement[] stack) {
        return Place.text(openedAt == null ? Place.ofOpening(stack) : openedAt);
    }
}
