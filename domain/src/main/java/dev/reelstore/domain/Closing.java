package dev.reelstore.domain;

import dev.reelstore.domain.value.Check;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closes several things as one: all of them, in the order given, whatever happens to one. Stores that were opened one
 * after the other are best named in reverse.
 */
public final class Closing implements AutoCloseable {

    private final Deque<AutoCloseable> open;

    private Closing(List<? extends AutoCloseable> open) {
        this.open = new ArrayDeque<>(open);
    }

    /** All of these, closed when what is answered is closed; once, also when that is closed more than once. */
    public static Closing of(AutoCloseable... all) {
        return new Closing(Arrays.asList(Check.present("all", all)));
    }

    /** Closes all of these now. As {@link #close()}. */
    public static void all(List<? extends AutoCloseable> all) {
        new Closing(all).close();
    }

    /**
     * Closes all that is open. The first failure comes out when all were tried, as the same object where it is unchecked,
     * with the later ones suppressed in it.
     *
     * @throws IllegalStateException for a checked exception, which is its cause
     */
    @Override
    public synchronized void close() {
        Throwable first = null;
        for (AutoCloseable next = open.poll(); next != null; next = open.poll()) {
            try {
                next.close();
            } catch (Throwable failed) {
                if (first == null) {
                    first = failed;
                } else if (first != failed) {
                    first.addSuppressed(failed);
                }
            }
        }
        comeOut(first);
    }

    private static void comeOut(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw new IllegalStateException("closing failed: " + failure.getMessage(), failure);
        }
    }
}
