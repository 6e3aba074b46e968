package dev.reelstore.fire.network;

import static org.awaitility.Awaitility.await;

import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes {@link Act}s of every kind, on jobs of their own that are created and claimed by another, undisturbed way. */
final class Acts {

    private static final String TYPE = "act";
    private static final Duration LEASE = Duration.ofHours(1);

    private final PostgresPersistence undisturbed;
    private final Stores stores;
    private final UnitOfWork units;
    private final WorkerId worker = WorkerId.next();

    /**
     * @param undisturbed a way to the same store past all faults
     * @param stores whose calls are cut off
     * @param units the same
     */
    Acts(PostgresPersistence undisturbed, Stores stores, UnitOfWork units) {
        this.undisturbed = undisturbed;
        this.stores = stores;
        this.units = units;
    }

    Act any(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> create();
            case 1 -> createAll();
            case 2 -> unit();
            case 3 -> unitUnderClaim();
            case 4 -> complete();
            case 5 -> fail();
            case 6 -> release();
            default -> claim();
        };
    }

    private Act create() {
        NewJob job = job();
        return new Act("create", () -> stores.jobs().create(job).id().equals(job.id()), jobsLike(job), 1);
    }

    private Act createAll() {
        String key = UUID.randomUUID().toString();
        List<NewJob> jobs = Stream.generate(() -> job(key)).limit(3).toList();
        return new Act("create all", () -> stores.jobs().createAll(jobs) >= 0, jobsLike(jobs.get(0)), 3);
    }

    /** Made anew whenever the body runs, so that a body which runs twice shows. */
    private Act unit() {
        String key = UUID.randomUUID().toString();
        return new Act("unit", () -> units.call(unit -> unit.jobs().create(job(key))) != null, jobsLike(job(key)), 1);
    }

    Act unitUnderClaim() {
        Claim claim = claimed();
        return new Act(
                "unit under a claim",
                () -> units.under(claim, unit -> {
                            unit.journal()
                                    .log(NewLogEntry.of(claim.jobId(), "effect", LogStatus.COMPLETED)
                                            .message("fence " + claim.fence()));
                            unit.jobs().create(job(claim.token().toString()));
                            return unit.claims().complete(claim, null);
                        })
                        .done(),
                "SELECT count(*) FROM reelstore.job_log g JOIN reelstore.job_end e ON e.job_id = g.job_id JOIN"
                        + " reelstore.job j ON j.target_id = e.token::text WHERE g.message = 'fence ' || e.fence"
                        + " AND e.token = '" + claim.token() + "'",
                1);
    }

    private Act complete() {
        Claim claim = claimed();
        return new Act(
                "complete",
                () -> stores.claims().complete(claim, null) == Settlement.DONE,
                endedBy(claim, "COMPLETED"),
                1);
    }

    private Act fail() {
        Claim claim = claimed();
        return new Act(
                "fail",
                () -> stores.claims().fail(claim, JobFailure.forGood("as it was meant")) == FailureSettlement.FAILED,
                endedBy(claim, "FAILED"),
                1);
    }

    private Act release() {
        Claim claim = claimed();
        return new Act(
                "release",
                () -> stores.claims().release(claim) == Settlement.DONE,
                "SELECT count(*) FROM reelstore.job_live WHERE worker IS NULL AND job_id = '" + claim.jobId() + "'",
                1);
    }

    private Act claim() {
        NewJob job = undisturbedJob();
        WorkerId other = WorkerId.next();
        return new Act(
                "claim",
                () -> !stores.claims().claim(request(job, other)).isEmpty(),
                "SELECT count(*) FROM reelstore.job_live WHERE worker = '" + other + "' AND job_id = '" + job.id()
                        + "'",
                1);
    }

    /** A unit that writes to a table of the user's alone, in which each row is new. */
    Act ownTable(PostgresPersistence store) {
        UUID key = UUID.randomUUID();
        return new Act(
                "unit on a table of the user's",
                () -> units.call(unit -> store.tables().insert("notes", Map.of("key", key))) != null,
                "SELECT count(*) FROM public.notes WHERE key = '" + key + "'",
                1);
    }

    private Claim claimed() {
        NewJob job = undisturbedJob();
        return undisturbed.claims().claim(request(job, worker)).get(0);
    }

    private NewJob undisturbedJob() {
        NewJob job = job().queue(UUID.randomUUID().toString());
        await().ignoreExceptionsInstanceOf(StoreException.class)
                .until(() -> undisturbed.jobs().create(job).id().equals(job.id()));
        return job;
    }

    private static ClaimRequest request(NewJob job, WorkerId worker) {
        return ClaimRequest.of(worker, job.queue(), List.of(TYPE)).lease(LEASE);
    }

    private static NewJob job() {
        return job(UUID.randomUUID().toString());
    }

    private static NewJob job(String key) {
        return NewJob.of(TYPE, new Target("key", key)).id(JobId.next());
    }

    private static String jobsLike(NewJob job) {
        return "SELECT count(*) FROM reelstore.job WHERE target_id = '"
                + job.target().id() + "'";
    }

    private static String endedBy(Claim claim, String status) {
        return "SELECT count(*) FROM reelstore.job_end WHERE status = '" + status + "' AND token = '" + claim.token()
                + "'";
    }
}
