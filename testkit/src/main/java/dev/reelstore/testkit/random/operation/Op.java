package dev.reelstore.testkit.random.operation;

/** One thing that is asked of a store. Immutable; all that it asks with is in its components. */
public sealed interface Op
        permits Advance, AnalysisOp, ChannelOp, ClaimOp, JobOp, JournalOp, QualityOp, UnitOp, VideoOp {

    /**
     * Carries it out.
     *
     * @return what the store answered, or {@link Ground#DONE} where it answers nothing
     * @throws dev.reelstore.domain.failure.StoreException when the store refuses
     */
    Object on(Ground ground);
}
