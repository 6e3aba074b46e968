package dev.reelstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.cli.pipeline.PipelineJobs;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators ask and do, on a server that is in use. Nobody can answer questions here. */
final class OperatorCommandsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path directory;

    private static OpenStore open;
    private static Persistence store;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void open() {
        open = OpenStore.forWork(new StoreAddress(directory, null), 1, line -> {});
        store = open.persistence();
    }

    @AfterAll
    static void close() {
        open.close();
    }

    @BeforeEach
    void empty() {
        store.jobs().deleteAll(JobQuery.oldestFirst(JobFilter.all()).limit(1_000));
    }

    @Test
    void whyTellsOfEachStandingInASentenceAndInJson() {
        JobId unserved = create("a").id();
        assertThat(why(unserved)).contains("QUEUED", "no live worker has a handler for 'encode' in queue 'default'");
        assertThat(reason(unserved)).isEqualTo("UNSERVED");

        WorkerId worker = WorkerId.next();
        store.claims()
                .heartbeat(HeartbeatRequest.of(worker, Duration.ofHours(1), List.of())
                        .duty(Duty.of("default", List.of("encode"))));
        Job second = create("b");
        assertThat(why(unserved)).contains("goes first; 1 live worker");
        assertThat(why(second.id())).contains("1 job goes before it, first " + unserved);
        assertThat(json("why", "--json", second.id()).path("ahead").asInt()).isOne();

        Claim claim = store.claims()
                .claim(ClaimRequest.of(worker, "default", List.of("encode")))
                .get(0);
        assertThat(why(unserved)).contains("worker " + worker + " works on it; its lease holds for another 59:");
        assertThat(reason(unserved)).isEqualTo("HELD");
        store.claims().fail(claim, JobFailure.retryAfter(Duration.ofMinutes(10), "no space"));
        assertThat(why(unserved)).contains("attempt 1 failed, and the next begins at", "no space");
        assertThat(reason(unserved)).isEqualTo("BACKING_OFF");
        store.claims().retire(worker);

        Job later = store.jobs().create(job("c").runAt(store.now().plus(Duration.ofHours(2))));
        assertThat(why(later.id())).contains("it was asked for a later time", "in 1:59:");
        store.jobs().cancel(later.id());
        assertThat(why(later.id())).contains("someone cancelled it", "reelstore retry " + later.id());
        JobId failed = failed("d");
        assertThat(why(failed)).contains("attempt 1 failed at", "none follows", "broken");
        assertThat(json("why", "--json", failed).path("error").asString()).isEqualTo("broken");
    }

    @Test
    void whyFindsTheJobOfAHashAndOfAVideo() {
        SourceHash hash = new SourceHash("ab".repeat(32));
        VideoId video = store.videos().create(NewVideo.draft().sourceHash(hash)).id();
        Job job = store.jobs().create(NewJob.of("encode", PipelineJobs.content(hash)));

        assertThat(run("why", hash.hex())).isZero();
        assertThat(run("why", video)).isZero();
        assertThat(out.toString().split("job +" + job.id(), -1)).hasSize(3);
        assertThat(run("why", JobId.next())).isOne();
        assertThat(err.toString()).contains("there is no job for the id");
    }

    @Test
    void oneJobIsCancelledRetriedAndDeletedAndASecondTimeDoesNoHarm() {
        JobId id = create("a").id();

        assertThat(run("cancel", "--dry-run", id)).isZero();
        assertThat(out.toString()).contains("would cancel job " + id);
        assertThat(status(id)).isEqualTo(JobStatus.QUEUED);
        assertThat(json("cancel", "--json", id).path("changed").asBoolean()).isTrue();
        assertThat(status(id)).isEqualTo(JobStatus.CANCELLED);
        assertThat(run("cancel", id)).isZero();
        assertThat(out.toString()).contains("was cancelled before, nothing to do");
        out.getBuffer().setLength(0);
        assertThat(run("cancel", "--dry-run", id)).isZero();
        assertThat(out.toString()).contains("was cancelled before, nothing to do");

        assertThat(run("retry", id)).isZero();
        assertThat(out.toString()).contains("waits again, for attempt 1 of at most 5");
        assertThat(run("retry", id)).isOne();
        assertThat(err.toString()).contains("is QUEUED: only FAILED and CANCELLED jobs can be retried");

        assertThat(run("delete", id)).isZero();
        assertThat(store.jobs().find(id)).isEmpty();
        assertThat(run("delete", id)).isOne();
        assertThat(err.toString()).contains("there is no job for the id " + id);
    }

    @Test
    void aRetryThatAnotherJobBlocksNamesIt() {
        JobId failed = failed("a");
        JobId waiting = create("a").id();

        assertThat(run("retry", "--dry-run", failed)).isOne();
        assertThat(err.toString()).contains("would be left as it is", "is QUEUED: 'reelstore why " + waiting);
        assertThat(run("retry", failed)).isOne();
        assertThat(err.toString()).contains("another for its target is QUEUED: 'reelstore why " + waiting);
        assertThat(run("retry", "--status", "failed", "--yes")).isEqualTo(3);
        assertThat(out.toString()).contains("0 of 1 job retried, the others were left");
        assertThat(status(failed)).isEqualTo(JobStatus.FAILED);
    }

    @Test
    void manyAreShownByADryRunAndDoneOnlyWithYes() {
        JobId failed = failed("a");
        List<JobId> waiting =
                Stream.of("b", "c", "d").map(film -> create(film).id()).toList();
        store.jobs().create(job("e").queue("night"));

        assertThat(run("cancel", "--queue", "default", "--status", "queued")).isEqualTo(2);
        assertThat(err.toString()).contains("nobody is there to be asked: --yes does it");
        assertThat(run("cancel", "--queue", "default", "--dry-run")).isZero();
        assertThat(out.toString()).contains("JOB ", waiting.get(0).toString()).doesNotContain("night");
        assertThat(err.toString()).contains("Would cancel 3 jobs.");
        assertThat(run("cancel", "--queue", "default", "--older-than", "1h", "--yes"))
                .isZero();
        assertThat(out.toString()).contains("0 jobs cancelled");
        assertThat(store.jobs().count(JobFilter.all().status(JobStatus.QUEUED))).isEqualTo(4);

        JsonNode done = json("cancel", "--queue", "default", "--yes", "--json");
        assertThat(done.path("found").asInt()).isEqualTo(3);
        assertThat(done.path("changed").asInt()).isEqualTo(3);
        assertThat(store.jobs().count(JobFilter.all().status(JobStatus.CANCELLED)))
                .isEqualTo(3);
        assertThat(run("retry", "--target", "film/b", "--yes")).isZero();
        assertThat(status(waiting.get(0))).isEqualTo(JobStatus.QUEUED);
        assertThat(status(failed)).isEqualTo(JobStatus.FAILED);
        assertThat(run("delete", "--all", "--yes")).isZero();
        assertThat(out.toString()).contains("5 jobs deleted");
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    void moreThanAPageAreDone() {
        store.jobs()
                .createAll(Stream.iterate(0, i -> i + 1)
                        .limit(450)
                        .map(i -> job("film-" + i))
                        .toList());

        assertThat(json("cancel", "--all", "--yes", "--json").path("changed").asInt())
                .isEqualTo(450);
        assertThat(run("delete", "--all", "--dry-run", "--json")).isZero();
        assertThat(out.toString().lines()).hasSize(451);
    }

    @Test
    void jobsAreListedByTargetAndAge() {
        create("a");
        create("b");

        assertThat(run("jobs", "--target", "film/a", "--json")).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(run("jobs", "--older-than", "1h")).isZero();
        assertThat(out.toString()).contains("No jobs.");
    }

    private String why(JobId id) {
        out.getBuffer().setLength(0);
        assertThat(run("why", id)).as(err.toString()).isZero();
        return out.toString();
    }

    private String reason(JobId id) {
        return json("why", "--json", id).path("reason").asString();
    }

    private JsonNode json(Object... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).as(err.toString()).isZero();
        return JSON.readTree(out.toString());
    }

    private int run(Object... arguments) {
        return ReelstoreCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of(arguments), Stream.of("--data", directory))
                        .map(Object::toString)
                        .toArray(String[]::new));
    }

    private static JobStatus status(JobId id) {
        return store.jobs().get(id).status();
    }

    private static NewJob job(String film) {
        return NewJob.of("encode", new Target("film", film));
    }

    private static Job create(String film) {
        return store.jobs().create(job(film));
    }

    private static JobId failed(String film) {
        JobId id = store.jobs().create(job(film).priority(Short.MIN_VALUE)).id();
        WorkerId worker = WorkerId.next();
        Claim claim = store.claims()
                .claim(ClaimRequest.of(worker, "default", List.of("encode")))
                .get(0);
        store.claims().fail(claim, JobFailure.forGood("broken"));
        store.claims().retire(worker);
        assertThat(claim.jobId()).isEqualTo(id);
        return id;
    }
}
