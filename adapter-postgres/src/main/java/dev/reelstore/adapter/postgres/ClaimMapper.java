package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Rescue;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements of workers; each is described where it is written, in the mapper file. */
interface ClaimMapper {

    String preferIndexes();

    int promote(@Param("queue") String queue, @Param("limit") int limit);

    @Nullable
    Instant lease(WorkerId worker);

    Instant renew(@Param("worker") WorkerId worker, @Param("lease") Duration lease, @Param("duty") @Nullable Duty duty);

    List<Claim> claim(ClaimAttempt attempt);

    /** A list for each of its statements: settings, one {@link ClaimLeave}, and {@link Claim}s. */
    List<List<?>> claimAlone(ClaimAttempt attempt);

    /** A list for each of its statements: at most one {@link CreatedJob}, and those of {@link #claimAlone}. */
    List<List<?>> createAndClaim(NewJobRow job);

    @Nullable
    CommitMark guard(@Param("claim") Claim claim);

    List<Integer> lost(HeldClaims claims);

    int progress(ProgressReports reports);

    int checkpoint(
            @Param("claim") Claim claim, @Param("stage") String stage, @Param("checkpoint") JsonDocument checkpoint);

    @Nullable
    CommitMark complete(@Param("claim") Claim claim, @Param("result") @Nullable JsonDocument result);

    @Nullable
    JobStatus endedUnder(@Param("claim") Claim claim);

    List<Integer> completeAll(Completions completions);

    List<Integer> finishAll(FinishedJobs jobs);

    @Nullable
    Boolean fail(@Param("claim") Claim claim, @Param("failure") JobFailure failure);

    @Nullable
    JobId release(@Param("claim") Claim claim);

    List<WorkerId> bury(@Param("besides") Collection<WorkerId> besides, @Param("limit") int limit);

    Rescue rescue(@Param("workers") List<WorkerId> workers);

    int dismiss(WorkerId worker);

    List<JobId> releaseAll(WorkerId worker);
}
