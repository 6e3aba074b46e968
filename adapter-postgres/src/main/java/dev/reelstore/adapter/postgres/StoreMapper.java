package dev.reelstore.adapter.postgres;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on the store as a whole; each is described where it is written, in the mapper file. */
interface StoreMapper {

    Instant now();

    int answer();

    /** Answers nothing of interest. */
    List<String> wake(@Param("queues") Collection<String> queues);

    /** The same as a transaction of its own. */
    List<String> wakeAside(@Param("queues") Collection<String> queues);

    WalPosition position();

    CommitMark mark();

    /** How many processes were ended, 0 or 1. */
    int endProcess(@Param("mark") CommitMark mark);

    /** What the server calls it, or null where it cannot know. */
    @Nullable
    String outcome(@Param("mark") CommitMark mark);

    ReplicaStanding standing(WalPosition position);
}
