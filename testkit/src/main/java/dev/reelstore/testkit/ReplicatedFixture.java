package dev.reelstore.testkit;

/** A fixture of a store with replicas, which can be held back. */
public interface ReplicatedFixture extends Fixture {

    /** From now on the replicas answer as before and learn nothing new. Ends with the fixture. */
    void holdReplicas();

    /** From now on they follow the store again. */
    void releaseReplicas();

    /** Returns when the replicas have all that is committed now. */
    void awaitReplicas();
}
