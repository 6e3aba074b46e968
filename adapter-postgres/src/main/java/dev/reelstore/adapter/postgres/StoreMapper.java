package dev.reelstore.adapter.postgres;

import java.time.Instant;

/** Statements on the store as a whole; each is described where it is written, in the mapper file. */
interface StoreMapper {

    Instant now();

    int answer();

    WalPosition position();

    ReplicaStanding standing(WalPosition position);
}
