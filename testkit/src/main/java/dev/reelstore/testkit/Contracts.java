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
import dev.reelstore.testkit.contract.ReplicaContract;
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
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.platform.commons.support.ReflectionSupport;

/** The contract as a whole. */
public final class Contracts {

    private static final List<Class<? extends Contract>> ALL = List.of(
            JobCreationContract.class,
            CreateIfAbsentContract.class,
            CreateRaceContract.class,
            JobQueryContract.class,
            JobPageContract.class,
            ClaimContract.class,
            ClaimRaceContract.class,
            HistoryContract.class,
            InterleavingContract.class,
            LeaseContract.class,
            LimitsContract.class,
            HeartbeatContract.class,
            RescueContract.class,
            SettlementContract.class,
            SettlementBatchContract.class,
            JobOutputContract.class,
            StaleClaimContract.class,
            StageContract.class,
            JobEndContract.class,
            BatchExistenceContract.class,
            PurgeContract.class,
            PurgeRaceContract.class,
            RetryContract.class,
            SweepContract.class,
            StandingContract.class,
            ChannelContract.class,
            ChannelRaceContract.class,
            JournalContract.class,
            JournalQueryContract.class,
            JournalRaceContract.class,
            VideoContract.class,
            VideoChangeContract.class,
            VideoBatchContract.class,
            VideoQueryContract.class,
            QualityChangeContract.class,
            QualityBatchContract.class,
            MediaRaceContract.class,
            VideoRaceContract.class,
            QualityContract.class,
            DefaultQualityContract.class,
            QualityRaceContract.class,
            AnalysisContract.class,
            AnalysisQueryContract.class,
            AnalysisRoundTripContract.class,
            AnalysisCascadeContract.class,
            AnalyzedJobContract.class,
            UnitOfWorkContract.class,
            UnitDoomContract.class,
            NestedUnitContract.class,
            ReadOnlyUnitContract.class,
            FreshnessContract.class,
            SavepointContract.class,
            SavepointScopeContract.class,
            UnitBoundsContract.class,
            UnitHandleContract.class,
            IsolationContract.class,
            UnderClaimContract.class,
            ClaimGuardContract.class,
            ContentionContract.class,
            InputContract.class,
            JsonContract.class,
            JobRoundTripContract.class,
            MediaRoundTripContract.class,
            FailureContract.class,
            CloseContract.class,
            HealthContract.class,
            SignalsContract.class,
            HandoverContract.class,
            WatchContract.class,
            CapabilityContract.class);

    private static final List<Class<? extends Contract>> OPTIONAL = List.of(ReplicaContract.class);

    private Contracts() {}

    /** Every part of the contract; an adapter has a test class for each. */
    public static List<Class<? extends Contract>> all() {
        return ALL;
    }

    /** Parts for adapters that have what they are about; what it takes is said there. */
    public static List<Class<? extends Contract>> optional() {
        return OPTIONAL;
    }

    /**
     * The test classes in the package of this class and below it that run this part of the contract.
     *
     * @param where any class of the adapter's tests
     */
    public static List<Class<?>> testsOf(Class<? extends Contract> contract, Class<?> where) {
        return ReflectionSupport.findAllClassesInPackage(
                where.getPackageName(), type -> contract.isAssignableFrom(type) && runnable(type), name -> true);
    }

    /**
     * The parts of the contract that no test class in the package of this class or below it runs: an adapter's own test
     * demands that there are none.
     *
     * @param where any class of the adapter's tests
     */
    public static List<Class<? extends Contract>> untestedIn(Class<?> where) {
        return ALL.stream()
                .filter(contract -> testsOf(contract, where).isEmpty())
                .toList();
    }

    /** What is nested in an abstract class runs only in the classes that extend it. */
    private static boolean runnable(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers())
                && !Modifier.isPrivate(type.getModifiers())
                && (outer == null || !Modifier.isAbstract(outer.getModifiers()));
    }
}
