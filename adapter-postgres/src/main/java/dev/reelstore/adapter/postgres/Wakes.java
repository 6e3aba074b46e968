package dev.reelstore.adapter.postgres;

import java.util.Collection;

/** Whether the statements that make jobs due wake the workers themselves. */
interface Wakes {

    /** In a transaction of the caller's, whose commit nobody here hears of. */
    Wakes INSIDE = new Wakes() {
        @Override
        public boolean inside() {
            return true;
        }

        @Override
        public void afterCommit(Collection<String> queues) {
            throw new IllegalStateException("they were woken inside");
        }
    };

    /** True where the statement that follows wakes inside its transaction; otherwise what it made due must be named. */
    boolean inside();

    /** These queues have jobs that are due once the transaction commits. */
    void afterCommit(Collection<String> queues);

    /** Jobs stand in their queues again, wherever they belong, once the transaction commits. */
    default void cameBack() {
        // other processes learn of it as of anything else, and so does this one where the commit is not ours
    }

    /** One stands here once the transaction commits. */
    default void came(String queue, QueuePlace place) {
        cameBack();
    }
}
