package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobPurge;
import dev.reelstore.domain.job.JobStanding;
import dev.reelstore.domain.job.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on jobs; each is described where it is written, in the mapper file. */
interface JobMapper {

    @Nullable
    CreatedJob insertOne(NewJobRow job);

    List<CreatedJob> insert(NewJobs jobs);

    List<JobOwner> owners(@Param("ids") List<JobId> ids);

    int enterGate(TargetKey target);

    @Nullable
    Job newestBlocking(
            @Param("target") TargetKey target,
            @Param("statuses") Set<JobStatus> statuses,
            @Param("except") @Nullable JobId except);

    @Nullable
    Job find(JobId id);

    JobStanding.Line line(
            @Param("id") JobId id,
            @Param("type") String type,
            @Param("queue") String queue,
            @Param("priority") int priority,
            @Param("runAt") Instant runAt,
            @Param("most") int most);

    List<Job> list(JobListing listing);

    List<JobAndClip> findWithClips(JobId id);

    List<JobHighlights> listHighlightCounts(JobListing listing);

    List<StatusCount> countLive(JobListing listing);

    List<StatusCount> countByStatus(JobListing listing);

    boolean exists(@Param("target") TargetKey target, @Param("statuses") Set<JobStatus> statuses);

    List<Integer> existing(TargetKeys targets);

    int cancel(JobId id);

    @Nullable
    JobId pin(JobId id);

    @Nullable
    JobId requeue(JobId id);

    @Nullable
    JobId lockLive(JobId id);

    int delete(JobId id);

    int purge(JobPurge purge);

    int sweepGates(@Param("limit") int limit);

    List<JobId> lockAllLive(@Param("ids") List<JobId> ids);

    int cancelAll(JobListing listing);

    List<JobId> lockAll(@Param("ids") List<JobId> ids);

    int deleteAll(JobListing listing);

    int enterGates(@Param("ids") List<JobId> ids);

    List<JobId> pinAll(@Param("ids") List<JobId> ids);
}
