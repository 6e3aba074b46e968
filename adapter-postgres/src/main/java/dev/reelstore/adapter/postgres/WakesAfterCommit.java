package dev.reelstore.adapter.postgres;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** How one transaction of ours wakes workers: inside where it is quiet, else after its commit. Used by one thread. */
final class WakesAfterCommit implements Wakes {

    private final Bell bell;
    private final Set<String> due = new HashSet<>();

    WakesAfterCommit(Bell bell) {
        this.bell = bell;
    }

    @Override
    public boolean inside() {
        return bell.quiet();
    }

    @Override
    public void afterCommit(Collection<String> queues) {
        due.addAll(queues);
    }

    /** The transaction was committed. */
    void committed() {
        if (!due.isEmpty()) {
            bell.ring(due);
            due.clear();
        }
    }
}
