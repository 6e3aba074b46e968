package dev.reelstore.testkit;

import dev.reelstore.testkit.contract.AnalysisCascadeContract;
import dev.reelstore.testkit.contract.AnalysisContract;
import dev.reelstore.testkit.contract.AnalysisQueryContract;
import dev.reelstore.testkit.contract.AnalysisRoundTripContract;
import dev.reelstore.testkit.contract.AnalyzedJobContract;
import dev.reelstore.testkit.contract.BatchExistenceContract;
import dev.reelstore.testkit.contract.CapabilityContract;
import dev.reelstore.testkit.contract.ChannelContract;
import dev.reelstore.testkit.contract.ChannelRaceContract;
import dev.reelstore.testkit.contract.ClaimContract;
import dev.reelstore.testkit.contract.ClaimGuardContract;
import dev.reelstore.testkit.contract.ClaimRaceContract;
import dev.reelstore.testkit.contract.CloseContract;
import dev.reelstore.testkit.contract.ContentionContract;
import dev.reelstore.testkit.contract.CreateIfAbsentContract;
import dev.reelstore.testkit.contract.CreateRaceContract;
import dev.reelstore.testkit.contract.DefaultQualityContract;
import dev.reelstore.testkit.contract.FailureContract;
import dev.reelstore.testkit.contract.FreshnessContract;
import dev.reelstore.testkit.contract.HandoverContract;
import dev.reelstore.testkit.contract.HealthContract;
import dev.reelstore.testkit.contract.HeartbeatContract;
import dev.reelstore.testkit.contract.HistoryContract;
import dev.reelstore.testkit.contract.InputContract;
import dev.reelstore.testkit.contract.InterleavingContract;
import dev.reelstore.testkit.contract.IsolationContract;
import dev.reelstore.testkit.contract.JobCreationContract;
import dev.reelstore.testkit.contract.JobEndContract;
import dev.reelstore.testkit.contract.JobOutputContract;
import dev.reelstore.testkit.contract.JobPageContract;
import dev.reelstore.testkit.contract.JobQueryContract;
import dev.reelstore.testkit.contract.JobRoundTripContract;
import dev.reelstore.testkit.contract.JournalContract;
import dev.reelstore.testkit.contract.JournalQueryContract;
import dev.reelstore.testkit.contract.JournalRaceContract;
import dev.reelstore.testkit.contract.JsonContract;
import dev.reelstore.testkit.contract.LeaseContract;
import dev.reelstore.testkit.contract.LimitsContract;
import dev.reelstore.testkit.contract.MediaRaceContract;
import dev.reelstore.testkit.contract.MediaRoundTripContract;
import dev.reelstore.testkit.contract.NestedUnitContract;
import dev.reelstore.testkit.contract.PurgeContract;
import dev.reelstore.testkit.contract.PurgeRaceContract;
import dev.reelstore.testkit.contract.QualityBatchContract;
import dev.reelstore.testkit.contract.QualityChangeContract;
import dev.reelstore.testkit.contract.QualityContract;
import dev.reelstore.testkit.contract.QualityRaceContract;
import dev.reelstore.testkit.contract.ReadOnlyUnitContract;
import dev.reelstore.testkit.contract.RescueContract;
import dev.reelstore.testkit.contract.RetryContract;
import dev.reelstore.testkit.contract.SavepointContract;
import dev.reelstore.testkit.contract.SavepointScopeContract;
import dev.reelstore.testkit.contract.SettlementBatchContract;
import dev.reelstore.testkit.contract.SettlementContract;
import dev.reelstore.testkit.contract.SignalsContract;
import dev.reelstore.testkit.contract.StageContract;
import dev.reelstore.testkit.contract.StaleClaimContract;
import dev.reelstore.testkit.contract.StandingContract;
import dev.reelstore.testkit.contract.SweepContract;
import dev.reelstore.testkit.contract.UnderClaimContract;
import dev.reelstore.testkit.contract.UnitBoundsContract;
import dev.reelstore.testkit.contract.UnitDoomContract;
import dev.reelstore.testkit.contract.UnitHandleContract;
import dev.reelstore.testkit.contract.UnitOfWorkContract;
import dev.reelstore.testkit.contract.VideoBatchContract;
import dev.reelstore.testkit.contract.VideoChangeContract;
import dev.reelstore.testkit.contract.VideoContract;
import dev.reelstore.testkit.contract.VideoQueryContract;
import dev.reelstore.testkit.contract.VideoRaceContract;
import dev.reelstore.testkit.contract.WatchContract;
import org.junit.jupiter.api.Nested;

/**
 * The whole contract at once: an adapter's test class extends it and says how to open a fixture. It has a nested class for
 * each part in {@link Contracts#all()}.
 */
public abstract class WholeContract {

    /** A fixture for one test, on an empty store. */
    protected abstract Fixture open();

    /** Hands the fixture on to the parts. */
    abstract class Part {

        public Fixture open() {
            return WholeContract.this.open();
        }
    }

    @Nested
    class AnalysisTest extends Part implements AnalysisContract {}

    @Nested
    class AnalysisQueryTest extends Part implements AnalysisQueryContract {}

    @Nested
    class AnalysisRoundTripTest extends Part implements AnalysisRoundTripContract {}

    @Nested
    class AnalysisCascadeTest extends Part implements AnalysisCascadeContract {}

    @Nested
    class AnalyzedJobTest extends Part implements AnalyzedJobContract {}

    @Nested
    class CapabilityTest extends Part implements CapabilityContract {}

    @Nested
    class ClaimTest extends Part implements ClaimContract {}

    @Nested
    class ClaimGuardTest extends Part implements ClaimGuardContract {}

    @Nested
    class ClaimRaceTest extends Part implements ClaimRaceContract {}

    @Nested
    class ContentionTest extends Part implements ContentionContract {}

    @Nested
    class CreateIfAbsentTest extends Part implements CreateIfAbsentContract {}

    @Nested
    class CreateRaceTest extends Part implements CreateRaceContract {}

    @Nested
    class DefaultQualityTest extends Part implements DefaultQualityContract {}

    @Nested
    class FailureTest extends Part implements FailureContract {}

    @Nested
    class CloseTest extends Part implements CloseContract {}

    @Nested
    class HealthTest extends Part implements HealthContract {}

    @Nested
    class HeartbeatTest extends Part implements HeartbeatContract {}

    @Nested
    class HistoryTest extends Part implements HistoryContract {}

    @Nested
    class InterleavingTest extends Part implements InterleavingContract {}

    @Nested
    class InputTest extends Part implements InputContract {}

    @Nested
    class IsolationTest extends Part implements IsolationContract {}

    @Nested
    class JobCreationTest extends Part implements JobCreationContract {}

    @Nested
    class JobEndTest extends Part implements JobEndContract {}

    @Nested
    class JobPageTest extends Part implements JobPageContract {}

    @Nested
    class JobQueryTest extends Part implements JobQueryContract {}

    @Nested
    class JobRoundTripTest extends Part implements JobRoundTripContract {}

    @Nested
    class JournalTest extends Part implements JournalContract {}

    @Nested
    class JournalQueryTest extends Part implements JournalQueryContract {}

    @Nested
    class JournalRaceTest extends Part implements JournalRaceContract {}

    @Nested
    class JsonTest extends Part implements JsonContract {}

    @Nested
    class LeaseTest extends Part implements LeaseContract {}

    @Nested
    class LimitsTest extends Part implements LimitsContract {}

    @Nested
    class MediaRoundTripTest extends Part implements MediaRoundTripContract {}

    @Nested
    class NestedUnitTest extends Part implements NestedUnitContract {}

    @Nested
    class QualityTest extends Part implements QualityContract {}

    @Nested
    class QualityRaceTest extends Part implements QualityRaceContract {}

    @Nested
    class ReadOnlyUnitTest extends Part implements ReadOnlyUnitContract {}

    @Nested
    class FreshnessTest extends Part implements FreshnessContract {}

    @Nested
    class RescueTest extends Part implements RescueContract {}

    @Nested
    class BatchExistenceTest extends Part implements BatchExistenceContract {}

    @Nested
    class PurgeTest extends Part implements PurgeContract {}

    @Nested
    class PurgeRaceTest extends Part implements PurgeRaceContract {}

    @Nested
    class RetryTest extends Part implements RetryContract {}

    @Nested
    class SavepointTest extends Part implements SavepointContract {}

    @Nested
    class SavepointScopeTest extends Part implements SavepointScopeContract {}

    @Nested
    class SettlementTest extends Part implements SettlementContract {}

    @Nested
    class SettlementBatchTest extends Part implements SettlementBatchContract {}

    @Nested
    class JobOutputTest extends Part implements JobOutputContract {}

    @Nested
    class SignalsTest extends Part implements SignalsContract {}

    @Nested
    class HandoverTest extends Part implements HandoverContract {}

    @Nested
    class WatchTest extends Part implements WatchContract {}

    @Nested
    class StageTest extends Part implements StageContract {}

    @Nested
    class StaleClaimTest extends Part implements StaleClaimContract {}

    @Nested
    class StandingTest extends Part implements StandingContract {}

    @Nested
    class SweepTest extends Part implements SweepContract {}

    @Nested
    class UnderClaimTest extends Part implements UnderClaimContract {}

    @Nested
    class UnitBoundsTest extends Part implements UnitBoundsContract {}

    @Nested
    class UnitDoomTest extends Part implements UnitDoomContract {}

    @Nested
    class UnitHandleTest extends Part implements UnitHandleContract {}

    @Nested
    class UnitOfWorkTest extends Part implements UnitOfWorkContract {}

    @Nested
    class ChannelTest extends Part implements ChannelContract {}

    @Nested
    class ChannelRaceTest extends Part implements ChannelRaceContract {}

    @Nested
    class VideoChangeTest extends Part implements VideoChangeContract {}

    @Nested
    class VideoBatchTest extends Part implements VideoBatchContract {}

    @Nested
    class VideoQueryTest extends Part implements VideoQueryContract {}

    @Nested
    class QualityChangeTest extends Part implements QualityChangeContract {}

    @Nested
    class QualityBatchTest extends Part implements QualityBatchContract {}

    @Nested
    class MediaRaceTest extends Part implements MediaRaceContract {}

    @Nested
    class VideoTest extends Part implements VideoContract {}

    @Nested
    class VideoRaceTest extends Part implements VideoRaceContract {}
}
