package dev.reelstore.adapter.postgres;

/** What a replica says of itself: whether it follows a primary, and whether it has passed the place asked for. */
record ReplicaStanding(boolean standby, boolean passed) {}
