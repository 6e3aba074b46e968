package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;

/** Every way in which a claim becomes stale. */
enum Loss {
    RESCUED {
        @Override
        void happenTo(Claim claim, Fixture fixture) {
            fixture.advance(Duration.ofMinutes(5));
            assertThat(fixture.persistence().claims().rescue().requeued()).isEqualTo(1);
        }
    },
    RESCUED_AND_CLAIMED_BY_ANOTHER {
        @Override
        void happenTo(Claim claim, Fixture fixture) {
            RESCUED.happenTo(claim, fixture);
            Given.claim(fixture.persistence(), WorkerId.next());
        }
    },
    RELEASED {
        @Override
        void happenTo(Claim claim, Fixture fixture) {
            assertThat(fixture.persistence().claims().release(claim)).isEqualTo(Settlement.DONE);
        }
    },
    RETIRED {
        @Override
        void happenTo(Claim claim, Fixture fixture) {
            assertThat(fixture.persistence().claims().retire(claim.worker())).isEqualTo(1);
        }
    },
    COMPLETED {
        @Override
        void happenTo(Claim claim, Fixture fixture) {
            assertThat(fixture.persistence().claims().complete(claim, null)).isEqualTo(Settlement.DONE);
        }
    },
    FAILED {
        @Override
        void happenTo(Claim claim, Fixture fixture) {
            assertThat(fixture.persistence().claims().fail(claim, JobFailure.forGood("broken")))
                    .isEqualTo(FailureSettlement.FAILED);
        }
    },
    FAILED_TO_TRY_AGAIN {
        @Override
        void happenTo(Claim claim, Fixture fixture) {
            assertThat(fixture.persistence().claims().fail(claim, JobFailure.retryAfter(Duration.ZERO, "broken")))
                    .isEqualTo(FailureSettlement.REQUEUED);
        }
    },
    CANCELLED {
        @Override
        void happenTo(Claim claim, Fixture fixture) {
            assertThat(fixture.persistence().jobs().cancel(claim.jobId())).isTrue();
        }
    },
    DELETED {
        @Override
        void happenTo(Claim claim, Fixture fixture) {
            assertThat(fixture.persistence().jobs().delete(claim.jobId())).isTrue();
        }
    },
    DELETED_AND_ITS_ID_CLAIMED_ANEW {
        @Override
        void happenTo(Claim claim, Fixture fixture) {
            Persistence store = fixture.persistence();
            DELETED.happenTo(claim, fixture);
            Given.claimed(store, Given.job().id(claim.jobId()));
        }
    };

    abstract void happenTo(Claim claim, Fixture fixture);
}
