package dev.reelstore.application.health;

/** Whoever wants to know when a store turns unhealthy, such as an alarm. */
@FunctionalInterface
public interface HealthListener {

    /**
     * Told once for each change; a store counts as healthy to begin with. Called by one thread at a time. What it throws
     * is logged.
     *
     * @param healthy whether the store is healthy again, else it has turned unhealthy
     */
    void changed(boolean healthy);
}
