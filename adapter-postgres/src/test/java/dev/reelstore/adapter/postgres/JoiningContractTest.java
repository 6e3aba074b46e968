package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.contract.AnalysisContract;
import dev.reelstore.testkit.contract.AnalysisQueryContract;
import dev.reelstore.testkit.contract.AnalysisRoundTripContract;
import dev.reelstore.testkit.contract.AnalyzedJobContract;
import dev.reelstore.testkit.contract.BatchExistenceContract;
import dev.reelstore.testkit.contract.ChannelContract;
import dev.reelstore.testkit.contract.ChannelRaceContract;
import dev.reelstore.testkit.contract.ClaimContract;
import dev.reelstore.testkit.contract.ClaimRaceContract;
import dev.reelstore.testkit.contract.CreateIfAbsentContract;
import dev.reelstore.testkit.contract.CreateRaceContract;
import dev.reelstore.testkit.contract.DefaultQualityContract;
import dev.reelstore.testkit.contract.HandoverContract;
import dev.reelstore.testkit.contract.HeartbeatContract;
import dev.reelstore.testkit.contract.HistoryContract;
import dev.reelstore.testkit.contract.InputContract;
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
import dev.reelstore.testkit.contract.MediaRaceContract;
import dev.reelstore.testkit.contract.MediaRoundTripContract;
import dev.reelstore.testkit.contract.PurgeContract;
import dev.reelstore.testkit.contract.PurgeRaceContract;
import dev.reelstore.testkit.contract.QualityBatchContract;
import dev.reelstore.testkit.contract.QualityChangeContract;
import dev.reelstore.testkit.contract.QualityContract;
import dev.reelstore.testkit.contract.QualityRaceContract;
import dev.reelstore.testkit.contract.RescueContract;
import dev.reelstore.testkit.contract.RetryContract;
import dev.reelstore.testkit.contract.SettlementBatchContract;
import dev.reelstore.testkit.contract.SettlementContract;
import dev.reelstore.testkit.contract.StageContract;
import dev.reelstore.testkit.contract.StaleClaimContract;
import dev.reelstore.testkit.contract.StandingContract;
import dev.reelstore.testkit.contract.SweepContract;
import dev.reelstore.testkit.contract.VideoBatchContract;
import dev.reelstore.testkit.contract.VideoChangeContract;
import dev.reelstore.testkit.contract.VideoContract;
import dev.reelstore.testkit.contract.VideoQueryContract;
import dev.reelstore.testkit.contract.VideoRaceContract;
import org.junit.jupiter.api.Nested;

/** Of the contract what the stores promise, each call joining a transaction of the caller's. */
final class JoiningContractTest {

    private static final SharedStore STORE = new SharedStore(JoiningEachCall::new);

    @Nested
    final class JobCreation extends Opening implements JobCreationContract {}

    @Nested
    final class CreateIfAbsent extends Opening implements CreateIfAbsentContract {}

    @Nested
    final class CreateRace extends Opening implements CreateRaceContract {}

    @Nested
    final class JobQuery extends Opening implements JobQueryContract {}

    @Nested
    final class JobPage extends Opening implements JobPageContract {}

    @Nested
    final class Claim extends Opening implements ClaimContract {}

    @Nested
    final class ClaimRace extends Opening implements ClaimRaceContract {}

    @Nested
    final class History extends Opening implements HistoryContract {}

    @Nested
    final class Lease extends Opening implements LeaseContract {}

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
    final class JobEnd extends Opening implements JobEndContract {}

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
    final class Channel extends Opening implements ChannelContract {}

    @Nested
    final class ChannelRace extends Opening implements ChannelRaceContract {}

    @Nested
    final class Journal extends Opening implements JournalContract {}

    @Nested
    final class JournalQuery extends Opening implements JournalQueryContract {}

    @Nested
    final class JournalRace extends Opening implements JournalRaceContract {}

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
    final class Video extends Opening implements VideoContract {}

    @Nested
    final class VideoRace extends Opening implements VideoRaceContract {}

    @Nested
    final class Quality extends Opening implements QualityContract {}

    @Nested
    final class DefaultQuality extends Opening implements DefaultQualityContract {}

    @Nested
    final class QualityRace extends Opening implements QualityRaceContract {}

    @Nested
    final class Analysis extends Opening implements AnalysisContract {}

    @Nested
    final class AnalysisQuery extends Opening implements AnalysisQueryContract {}

    @Nested
    final class AnalysisRoundTrip extends Opening implements AnalysisRoundTripContract {}

    @Nested
    final class AnalyzedJob extends Opening implements AnalyzedJobContract {}

    @Nested
    final class Input extends Opening implements InputContract {}

    @Nested
    final class Json extends Opening implements JsonContract {}

    @Nested
    final class JobRoundTrip extends Opening implements JobRoundTripContract {}

    @Nested
    final class MediaRoundTrip extends Opening implements MediaRoundTripContract {}

    abstract static class Opening implements Contract {

        @Override
        public Fixture open() {
            return new PostgresFixture(STORE);
        }
    }
}
