package dev.reelstore.adapter.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How one transaction of ours wakes workers: inside where it is quiet, else after its commit. Used by one thread. */
final class WakesAfterCommit implements Wakes {

    private final Bell bell;
    private final Set<String> due = new HashSet<>();
    private final List<Runnable> came = new ArrayList<>();

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

    @Override
    public void cameBack() {
        came.add(bell.marks()::takeBack);
    }

    @Override
    public void came(String queue, QueuePlace place) {
        came.add(() -> bell.marks().came(queue, place));
    }

    /** The transaction was committed. */
    void committed() {
        came.forEach(Runnable::run);
        came.clear();
        if (!due.isEmpty()) {
            bell.ring(due);
            due.clear();
        }
    }
}
