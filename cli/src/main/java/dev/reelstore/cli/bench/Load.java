package dev.reelstore.cli.bench;

import org.jspecify.annotations.Nullable;

/**
 * How busy the processors of this machine were, from 0 to 1 for all of them.
 *
 * @param command with this process
 * @param machine with anything, null where the machine does not tell
 */
public record Load(double command, @Nullable Double machine) {

    private static final double BUSY = 0.85;

    /** Whether hardly anything was left. */
    boolean full() {
        return busy() >= BUSY;
    }

    /** As much as is known. */
    double busy() {
        return machine == null ? command : Math.max(command, machine);
    }
}
