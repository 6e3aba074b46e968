package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.ReplicatedFixture;
import dev.reelstore.testkit.contract.FreshnessContract;
import dev.reelstore.testkit.contract.ReplicaContract;
import org.junit.jupiter.api.Nested;

/** A real standby, held back and let go. */
final class ReplicaContractTest {

    @Nested
    final class LaggingReplicaTest implements ReplicaContract {

        @Override
        public ReplicatedFixture open() {
            return new ReplicatedStore();
        }
    }

    @Nested
    final class FreshnessTest implements FreshnessContract {

        @Override
        public ReplicatedFixture open() {
            return new ReplicatedStore();
        }
    }
}
