package dev.reelstore.application.retry;

import dev.reelstore.domain.unit.Savepoints;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of jobs that were created, held back until their unit of work has committed. Bound to threads, as
 * units are.
 */
final class Creations {

    /** Takes what is to be said once it is true. */
    @FunctionalInterface
    interface Sink {

        void say(Runnable line);
    }

    /** What one unit has to say so far. */
    static final class Pending implements Sink {

        private final List<Runnable> lines = new ArrayList<>();
        private final Savepoints<Integer> savepoints = new Savepoints<>();

        @Override
        public void say(Runnable line) {
            lines.add(line);
        }

        int mark() {
            return lines.size();
        }

        void forgetSince(int mark) {
            lines.subList(mark, lines.size()).clear();
        }

        Savepoints<Integer> savepoints() {
            return savepoints;
        }

        void committed() {
            lines.forEach(Runnable::run);
            lines.clear();
        }
    }

    private final ThreadLocal<@Nullable Pending> current = new ThreadLocal<>();

    /** Begins a unit on this thread. */
    Pending begin() {
        Pending pending = new Pending();
        current.set(pending);
        return pending;
    }

    /** Ends this thread's unit, however it ended. */
    void end() {
        current.remove();
    }

    /** The unit of this thread, or null where there is none or where it was opened past us. */
    @Nullable
    Pending current() {
        return current.get();
    }
}
