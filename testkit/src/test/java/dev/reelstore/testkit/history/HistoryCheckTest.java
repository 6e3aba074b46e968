package dev.reelstore.testkit.history;

import static dev.reelstore.testkit.history.Tape.ANN;
import static dev.reelstore.testkit.history.Tape.BOB;
import static dev.reelstore.testkit.history.Tape.done;
import static dev.reelstore.testkit.history.Tape.stands;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.testkit.history.Call.Way;
import dev.reelstore.testkit.history.Violation.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HistoryCheckTest {

    private static final Answer REQUEUED = new Answer.Became(JobStatus.QUEUED);

    private final Tape tape = Tape.created();

    @Test
    void aWholeLifeIsLegal() {
        tape.claimed(ANN, 1, 1)
                .then(tape.heartbeat(ANN, 1), tape.holdsUntil(20))
                .then(tape.settle(Way.FAIL, ANN, 1), REQUEUED)
                .claimed(BOB, 2, 2)
                .then(tape.settle(Way.COMPLETE, ANN, 1), done(false))
                .then(tape.settle(Way.COMPLETE, BOB, 2), done(true))
                .then(tape.read(), stands(JobStatus.COMPLETED, 2));

        assertThat(tape.check())
                .hasToString("8 operations on 1 jobs, the longest history 8, 0 violations")
                .satisfies(HistoryCheck::requireLegal);
    }

    @Test
    void ofTwoThatMeetOneGoesFirst() {
        tape.claimed(ANN, 1, 1)
                .at(10, 20, tape.settle(Way.COMPLETE, ANN, 1), done(false))
                .at(15, 30, tape.cancel(), done(true));

        assertThat(tape.broken()).isEmpty();
    }

    @Test
    void ofTwoThatMeetBothCannotGoFirst() {
        tape.claimed(ANN, 1, 1)
                .at(10, 20, tape.settle(Way.COMPLETE, ANN, 1), done(true))
                .at(15, 30, tape.cancel(), done(true));

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void whatWasAcknowledgedIsSeenByWhoeverAsksAfterwards() {
        tape.claimed(ANN, 1, 1)
                .then(tape.settle(Way.COMPLETE, ANN, 1), done(true))
                .then(tape.read(), stands(JobStatus.RUNNING, 1));

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void aJobThatIsHeldIsNotClaimed() {
        tape.claimed(ANN, 1, 1).claimed(BOB, 2, 2);

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void aRescueFreesAJobWhoseLeaseRanOut() {
        tape.claimed(ANN, 1, 1).then(new Call.Rescue(), new Answer.Count(1, 0)).claimed(BOB, 2, 2);

        assertThat(tape.broken()).isEmpty();
    }

    @Test
    void aRescueThatFreedNoneDidNotFreeThisOne() {
        tape.claimed(ANN, 1, 1).then(new Call.Rescue(), new Answer.Count(0, 3)).claimed(BOB, 2, 2);

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void noRescueFreesAJobWhoseLeaseHolds() {
        tape.claimed(ANN, 1, 1)
                .then(tape.heartbeat(ANN, 1), tape.holdsUntil(21))
                .then(new Call.Rescue(), new Answer.Count(1, 0))
                .claimed(BOB, 2, 2);

        assertThat(tape.broken()).containsExactly(Rule.LEASE);
    }

    @Test
    void whoGivesAJobBackMayDoSoBeforeItsLeaseRunsOut() {
        tape.claimed(ANN, 1, 1)
                .then(tape.settle(Way.RELEASE, ANN, 1), done(true))
                .then(tape.claim(BOB), tape.took(BOB, 2, 1, 11));

        assertThat(tape.broken()).isEmpty();
    }

    @Test
    void aFenceIsGivenOnce() {
        tape.claimed(ANN, 1, 1)
                .then(tape.settle(Way.RELEASE, ANN, 1), done(true))
                .then(tape.claim(BOB), tape.took(BOB, 1, 1, 20));

        assertThat(tape.broken()).containsExactly(Rule.FENCE);
    }

    @Test
    void aClaimAddsOneToTheFence() {
        tape.claimed(ANN, 2, 1);

        assertThat(tape.broken()).containsExactly(Rule.FENCE);
    }

    @Test
    void aClaimWhoseAnswerWasLostMayHaveHadTheFenceBetween() {
        tape.lost(tape.claim(ANN))
                .then(new Call.Rescue(), new Answer.Count(1, 0))
                .claimed(BOB, 2, 2);

        assertThat(tape.broken()).isEmpty();
    }

    @Test
    void aClaimWhoseAnswerWasLostStillNeedsARescue() {
        tape.lost(tape.claim(ANN)).claimed(BOB, 2, 2);

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void aJobIsCompletedOnce() {
        tape.claimed(ANN, 1, 1)
                .then(tape.settle(Way.COMPLETE, ANN, 1), done(true))
                .then(tape.settle(Way.COMPLETE, ANN, 1), done(true));

        assertThat(tape.broken()).containsExactly(Rule.COMPLETION);
    }

    @Test
    void aStaleClaimChangesNothing() {
        tape.claimed(ANN, 1, 1)
                .then(tape.settle(Way.FAIL, ANN, 1), REQUEUED)
                .claimed(BOB, 2, 2)
                .then(tape.settle(Way.COMPLETE, ANN, 1), done(true));

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void aClaimThatHoldsIsNotStale() {
        tape.claimed(ANN, 1, 1).then(tape.settle(Way.USE, ANN, 1), done(false));

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void aTokenThatWasNotGivenDoesNothing() {
        Held claim = tape.held(ANN, 1);
        Held forged = new Held(claim.job(), 1, tape.held(ANN, 7).token(), ANN);
        tape.claimed(ANN, 1, 1).then(new Call.Settle(Way.USE, forged), done(true));

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void aHeartbeatNamesTheClaimsThatAreLost() {
        tape.claimed(ANN, 1, 1).then(tape.cancel(), done(true)).then(tape.heartbeat(ANN, 1), tape.holdsUntil(20));

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void aHeartbeatNamesNoClaimThatHolds() {
        tape.claimed(ANN, 1, 1)
                .then(tape.heartbeat(ANN, 1), new Answer.Beat(Instant.ofEpochSecond(20), List.of(tape.held(ANN, 1))));

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void whatHasAnUnknownOutcomeMayHaveHappenedLater() {
        tape.claimed(ANN, 1, 1)
                .lost(tape.settle(Way.COMPLETE, ANN, 1))
                .then(tape.read(), stands(JobStatus.RUNNING, 1))
                .then(tape.settle(Way.COMPLETE, ANN, 1), done(false))
                .then(tape.read(), stands(JobStatus.COMPLETED, 1));

        assertThat(tape.broken()).isEmpty();
    }

    @Test
    void whatHasAnUnknownOutcomeMayNeverHappen() {
        tape.claimed(ANN, 1, 1)
                .lost(tape.settle(Way.COMPLETE, ANN, 1))
                .then(tape.settle(Way.COMPLETE, ANN, 1), done(true));

        assertThat(tape.broken()).isEmpty();
    }

    @Test
    void whatHasAnUnknownOutcomeDoesNotHappenBeforeItBegan() {
        tape.claimed(ANN, 1, 1)
                .then(tape.read(), stands(JobStatus.COMPLETED, 1))
                .lost(tape.settle(Way.COMPLETE, ANN, 1));

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void whatHasAnUnknownOutcomeHappensOnce() {
        tape.claimed(ANN, 1, 1)
                .lost(tape.settle(Way.FAIL, ANN, 1))
                .claimed(BOB, 2, 2)
                .then(tape.read(), stands(JobStatus.QUEUED, 1));

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void aJobThatWaitsAllTheWhileIsNotPassedOver() {
        tape.then(tape.claim(ANN), new Answer.Took(List.of())).claimed(BOB, 1, 1);

        assertThat(tape.broken()).containsExactly(Rule.PASSED_OVER);
    }

    @Test
    void aJobThatOthersAreJustChangingMayBePassedOver() {
        tape.at(10, 13, tape.claim(ANN), new Answer.Took(List.of()))
                .at(12, 15, tape.claim(BOB), tape.took(BOB, 1, 1))
                .then(tape.read(), stands(JobStatus.RUNNING, 1));

        assertThat(tape.broken()).isEmpty();
    }

    @Test
    void aJobThatOthersHeldForNothingMayBePassedOver() {
        tape.at(10, 13, tape.claim(ANN), new Answer.Took(List.of()))
                .at(9, 15, tape.claim(BOB), new Answer.Undone())
                .claimed(BOB, 1, 1);

        assertThat(tape.broken()).isEmpty();
    }

    @Test
    void aJobThatWaitsForItsTimeMayBePassedOver() {
        tape.claimed(ANN, 1, 1)
                .then(tape.settle(Way.FAIL_UNTIL_LATER, ANN, 1), REQUEUED)
                .then(tape.claim(BOB), new Answer.Took(List.of()));

        assertThat(tape.broken()).isEmpty();
    }

    @Test
    void theLastAttemptIsTheLast() {
        tape.claimed(ANN, 1, 1)
                .then(tape.settle(Way.FAIL, ANN, 1), REQUEUED)
                .claimed(BOB, 2, 2)
                .then(tape.settle(Way.FAIL, BOB, 2), REQUEUED);

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void whoRetiresReleasesWhatItHolds() {
        tape.claimed(ANN, 1, 1)
                .then(new Call.Retire(ANN), new Answer.Count(1, 0))
                .then(tape.read(), stands(JobStatus.RUNNING, 1));

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void aRetryQueuesWhatIsFinishedAndNothingElse() {
        tape.then(tape.cancel(), done(true)).then(tape.retry(), REQUEUED).claimed(ANN, 1, 1);
        assertThat(tape.broken()).isEmpty();

        tape.then(tape.retry(), REQUEUED);
        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void whatIsDeletedIsGoneAndItsFencesBeginAnew() {
        tape.claimed(ANN, 1, 1).then(tape.delete(), done(true));
        tape.then(tape.read(), stands(null, 0))
                .then(tape.create(), done(true))
                .then(tape.claim(BOB), tape.took(BOB, 1, 1, 20));
        assertThat(tape.broken()).isEmpty();

        tape.then(tape.delete(), done(true)).then(tape.read(), stands(JobStatus.RUNNING, 1));
        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void aSweepMayHaveChangedAnyJob() {
        tape.then(new Call.Sweep(Call.Kind.CANCEL), new Answer.Count(1, 0));
        tape.then(tape.read(), stands(JobStatus.CANCELLED, 0));
        assertThat(tape.broken()).isEmpty();

        tape.then(new Call.Sweep(Call.Kind.RETRY), new Answer.Count(0, 0))
                .then(tape.read(), stands(JobStatus.QUEUED, 0));
        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void whatWasUndoneChangedNothing() {
        tape.then(tape.cancel(), new Answer.Undone()).then(tape.read(), stands(JobStatus.CANCELLED, 0));

        assertThat(tape.broken()).containsExactly(Rule.ORDER);
    }

    @Test
    void aViolationIsShownWithTheOperationsAroundIt() {
        tape.claimed(ANN, 1, 1).lost(tape.cancel()).claimed(BOB, 2, 2);

        assertThatThrownBy(tape.check()::requireLegal)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no order explains the answers")
                .hasMessageContaining("it is then CANCELLED, fence 1, attempt 1 of 2")
                .hasMessageContaining("cancel -> unknown")
                .hasMessageContaining("claim 1 for");
    }

    @Test
    void aSearchThatLooksAtTooMuchSaysSo() {
        tape.claimed(ANN, 1, 1);
        JobHistory job = JobHistory.split(tape.history()).get(0);

        assertThat(new Search(job.model(), job.operations(), job.start(), 1).run())
                .isEqualTo(Search.Result.UNDECIDED);
    }
}
