package dev.reelstore.benchmarks;

import java.util.function.Supplier;

/** A worker that works from its start to its stop. */
public interface Shift {

    /** Begins to claim. */
    void start();

    /** Ends when there is nothing left, and says how many jobs it did. */
    int stop() throws Exception;

    /** What the main method of a process does that works one such shift after the other, as {@link TwoProcesses} says. */
    static void obey(Supplier<Shift> next) throws Exception {
        while (true) {
            Shift shift = next.get();
            Orders.say("ready");
            Orders.next();
            shift.start();
            Orders.next();
            Orders.say(shift.stop());
        }
    }
}
