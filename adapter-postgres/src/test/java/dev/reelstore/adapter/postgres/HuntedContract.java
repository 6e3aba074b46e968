package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.ReplicatedFixture;
import dev.reelstore.testkit.contract.AnalysisCascadeContract;
import dev.reelstore.testkit.contract.AnalysisContract;
import dev.reelstore.testkit.contract.AnalysisQueryContract;
import dev.reelstore.testkit.contract.AnalyzedJobContract;
import dev.reelstore.testkit.contract.BatchExistenceContract;
import dev.reelstore.testkit.contract.ChannelContract;
import dev.reelstore.testkit.contract.ChannelRaceContract;
import dev.reelstore.testkit.contract.ClaimContract;
import dev.reelstore.testkit.contract.ClaimGuardContract;
import dev.reelstore.testkit.contract.CloseContract;
import dev.reelstore.testkit.contract.CreateIfAbsentContract;
import dev.reelstore.testkit.contract.DefaultQualityContract;
import dev.reelstore.testkit.contract.FreshnessContract;
import dev.reelstore.testkit.contract.HandoverContract;
import dev.reelstore.testkit.contract.HealthContract;
import dev.reelstore.testkit.contract.HeartbeatContract;
import dev.reelstore.testkit.contract.HistoryContract;
import dev.reelstore.testkit.contract.InterleavingContract;
import dev.reelstore.testkit.contract.JobCreationContract;
import dev.reelstore.testkit.contract.JobOutputContract;
import dev.reelstore.testkit.contract.JobPageContract;
import dev.reelstore.testkit.contract.JobQueryContract;
import dev.reelstore.testkit.contract.JournalContract;
import dev.reelstore.testkit.contract.JournalQueryContract;
import dev.reelstore.testkit.contract.JournalRaceContract;
import dev.reelstore.testkit.contract.JsonContract;
import dev.reelstore.testkit.contract.LeaseContract;
import dev.reelstore.testkit.contract.MediaRaceContract;
import dev.reelstore.testkit.contract.NestedUnitContract;
import dev.reelstore.testkit.contract.PurgeContract;
import dev.reelstore.testkit.contract.PurgeRaceContract;
import dev.reelstore.testkit.contract.QualityBatchContract;
import dev.reelstore.testkit.contract.QualityChangeContract;
import dev.reelstore.testkit.contract.QualityContract;
import dev.reelstore.testkit.contract.ReadOnlyUnitContract;
import dev.reelstore.testkit.contract.ReplicaContract;
import dev.reelstore.testkit.contract.RescueContract;
import dev.reelstore.testkit.contract.RetryContract;
import dev.reelstore.testkit.contract.SavepointContract;
import dev.reelstore.testkit.contract.SavepointScopeContract;
import dev.reelstore.testkit.contract.SettlementBatchContract;
import dev.reelstore.testkit.contract.SettlementContract;
import dev.reelstore.testkit.contract.StageContract;
import dev.reelstore.testkit.contract.StaleClaimContract;
import dev.reelstore.testkit.contract.StandingContract;
import dev.reelstore.testkit.contract.SweepContract;
import dev.reelstore.testkit.contract.UnitDoomContract;
import dev.reelstore.testkit.contract.UnitOfWorkContract;
import dev.reelstore.testkit.contract.VideoBatchContract;
import dev.reelstore.testkit.contract.VideoChangeContract;
import dev.reelstore.testkit.contract.VideoQueryContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/**
 * The parts of the contract that {@link PlantedWorkBugsTest} and {@link PlantedRecordBugsTest} run against changed statements. Not run by itself; it closes
 * its pools, as each bug has its own.
 */
final class HuntedContract {

    private static final SharedStore STORE = new SharedStore(() -> PostgresPersistence.open(TestStore.settings()));

    @AfterAll
    static void close() {
        TestStore.close();
    }

    @Nested
    final class History extends Opening implements HistoryContract {}

    @Nested
    final class Interleaving extends Opening implements InterleavingContract {}

    @Nested
    final class JobCreation extends Opening implements JobCreationContract {}

    @Nested
    final class Lease extends Opening implements LeaseContract {}

    @Nested
    final class CreateIfAbsent extends Opening implements CreateIfAbsentContract {}

    @Nested
    final class JobQuery extends Opening implements JobQueryContract {}

    @Nested
    final class JobPage extends Opening implements JobPageContract {}

    @Nested
    final class Claim extends Opening implements ClaimContract {}

    @Nested
    final class Heartbeat extends Opening implements HeartbeatContract {}

    @Nested
    final class Rescue extends Opening implements RescueContract {}

    @Nested
    final class SettlementBatch extends Opening implements SettlementBatchContract {}

    @Nested
    final class Output extends Opening implements JobOutputContract {}

    @Nested
    final class Settlement extends Opening implements SettlementContract {}

    @Nested
    final class StaleClaim extends Opening implements StaleClaimContract {}

    @Nested
    final class Stage extends Opening implements StageContract {}

    @Nested
    final class BatchExistence extends Opening implements BatchExistenceContract {}

    @Nested
    final class Purge extends Opening implements PurgeContract {}

    @Nested
    final class PurgeRace extends Opening implements PurgeRaceContract {}

    @Nested
    final class Retry extends Opening implements RetryContract {}

    @Nested
    final class Sweep extends Opening implements SweepContract {}

    @Nested
    final class Handover extends Opening implements HandoverContract {}

    @Nested
    final class Standing extends Opening implements StandingContract {}

    @Nested
    final class Json extends Opening implements JsonContract {}

    @Nested
    final class Journal extends Opening implements JournalContract {}

    @Nested
    final class JournalQuery extends Opening implements JournalQueryContract {}

    @Nested
    final class JournalRace extends Opening implements JournalRaceContract {}

    @Nested
    final class Quality extends Opening implements QualityContract {}

    @Nested
    final class DefaultQuality extends Opening implements DefaultQualityContract {}

    @Nested
    final class Analysis extends Opening implements AnalysisContract {}

    @Nested
    final class AnalysisQuery extends Opening implements AnalysisQueryContract {}

    @Nested
    final class AnalysisCascade extends Opening implements AnalysisCascadeContract {}

    @Nested
    final class AnalyzedJob extends Opening implements AnalyzedJobContract {}

    @Nested
    final class Channel extends Opening implements ChannelContract {}

    @Nested
    final class ChannelRace extends Opening implements ChannelRaceContract {}

    @Nested
    final class VideoChange extends Opening implements VideoChangeContract {}

    @Nested
    final class VideoBatch extends Opening implements VideoBatchContract {}

    @Nested
    final class VideoQuery extends Opening implements VideoQueryContract {}

    @Nested
    final class QualityChange extends Opening implements QualityChangeContract {}

    @Nested
    final class QualityBatch extends Opening implements QualityBatchContract {}

    @Nested
    final class MediaRace extends Opening implements MediaRaceContract {}

    @Nested
    final class UnitOfWork extends Opening implements UnitOfWorkContract {}

    @Nested
    final class UnitDoom extends Opening implements UnitDoomContract {}

    @Nested
    final class NestedUnit extends Opening implements NestedUnitContract {}

    @Nested
    final class Savepoint extends Opening implements SavepointContract {}

    @Nested
    final class SavepointScope extends Opening implements SavepointScopeContract {}

    @Nested
    final class ReadOnlyUnit extends Opening implements ReadOnlyUnitContract {}

    @Nested
    final class Freshness extends Opening implements FreshnessContract {}

    @Nested
    final class Replica implements ReplicaContract {

        @Override
        public ReplicatedFixture open() {
            return new ReplicatedStore();
        }
    }

    @Nested
    final class ClaimGuard extends Opening implements ClaimGuardContract {}

    @Nested
    final class Close extends Opening implements CloseContract {}

    @Nested
    final class Health extends Opening implements HealthContract {}

    abstract static class Opening implements Contract {

        @Override
        public Fixture open() {
            return new PostgresFixture(STORE);
        }
    }
}
