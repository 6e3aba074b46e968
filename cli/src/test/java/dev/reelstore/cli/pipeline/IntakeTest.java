package dev.reelstore.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.cli.pipeline.Admission.Kind;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.QualityLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntakeTest {

    private static final String HASH_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path directory;

    private final InMemoryPersistence store = InMemoryPersistence.create();
    private final WorkerId worker = WorkerId.next();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNewFileGetsAJobThatSaysWhatAndWhere() throws IOException {
        Path file = file("clip.mp4", "abc");

        Admission admission = command().admit(InputFile.of(file));

        Job job = admission.job();
        assertThat(admission.kind()).isEqualTo(Kind.CREATED);
        assertThat(job.type()).isEqualTo("video_process");
        assertThat(job.queue()).isEqualTo("process");
        assertThat(job.target()).isEqualTo(new Target("media", HASH_OF_ABC));
        assertThat(job.source().hash().hex()).isEqualTo(HASH_OF_ABC);
        assertThat(job.source().location()).isEqualTo(file.toString());
        assertThat(job.source().fileName()).isEqualTo("clip.mp4");
        assertThat(job.source().sizeBytes()).isEqualTo(3);
        assertThat(job.source().contentType()).isEqualTo("video/mp4");
        assertThat(JobParameters.of(job.parameters())).isEqualTo(parameters());
    }

    @Test
    void theSameContentIsOneJobInOneCommandAndInTwo() throws IOException {
        Intake command = command();
        Admission first = command.admit(InputFile.of(file("a.mp4", "abc")));
        Admission twin = command.admit(InputFile.of(file("b.mp4", "abc")));
        Admission later = command().admit(InputFile.of(file("c.mp4", "abc")));

        assertThat(List.of(twin.job().id(), later.job().id()))
                .containsOnly(first.job().id());
        assertThat(List.of(twin.kind(), later.kind())).containsOnly(Kind.JOINED);
        assertThat(store.jobs().count(JobFilter.all())).isOne();
    }

    @Test
    void aCompletedFileIsNotDoneAgain() throws IOException {
        InputFile file = InputFile.of(file("a.mp4", "abc"));
        command().admit(file);
        store.claims().complete(claim(), null);

        assertThat(command().admit(file).kind()).isEqualTo(Kind.DONE);
        assertThat(store.jobs().count(JobFilter.all().status(JobStatus.COMPLETED)))
                .isOne();
    }

    @Test
    void aFailedOrCancelledFileIsTriedAgainUnderTheSameId() throws IOException {
        InputFile file = InputFile.of(file("a.mp4", "abc"));
        Job job = command().admit(file).job();
        store.claims().fail(claim(), JobFailure.forGood("broken"));

        Admission again = command().admit(file);
        assertThat(again.kind()).isEqualTo(Kind.RETRIED);
        assertThat(again.job().id()).isEqualTo(job.id());
        assertThat(again.job().status()).isEqualTo(JobStatus.QUEUED);

        store.jobs().cancel(job.id());
        assertThat(command().admit(file).kind()).isEqualTo(Kind.RETRIED);
        assertThat(claim().job().attempt()).isEqualTo(2);
    }

    @Test
    void whatFailedWhileThisCommandRanIsNotTriedTwiceForIt() throws IOException {
        Intake command = command();
        InputFile file = InputFile.of(file("a.mp4", "abc"));
        command().admit(file);
        store.claims().fail(claim(), JobFailure.forGood("broken"));

        Admission admission = command.admit(file);

        assertThat(admission.kind()).isEqualTo(Kind.JOINED);
        assertThat(admission.job().status()).isEqualTo(JobStatus.FAILED);
        assertThat(command.admit(InputFile.of(file("twin.mp4", "abc"))).job().status())
                .isEqualTo(JobStatus.FAILED);
    }

    @Test
    void aFileThatCannotBeReadGetsAJobOfItsOwn() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("gone.mp4"), directory.resolve("nothing"));

        Job job = command().admit(InputFile.of(link)).job();

        assertThat(job.target()).isEqualTo(new Target("file", link.toString()));
        assertThat(job.source().hash()).isNull();
    }

    @Test
    void aPathTooLongForATargetHasAlwaysTheSameShortName() {
        Path longPath =
                directory.resolve("x".repeat(200)).resolve("y".repeat(200)).resolve("z".repeat(200));

        assertThat(PipelineJobs.file(longPath)).isEqualTo(PipelineJobs.file(longPath));
        assertThat(PipelineJobs.file(longPath)).isNotEqualTo(PipelineJobs.file(longPath.resolveSibling("z")));
    }

    private Claim claim() {
        return store.claims()
                .claim(ClaimRequest.of(worker, PipelineJobs.QUEUE, List.of(PipelineJobs.TYPE)))
                .get(0);
    }

    private Intake command() {
        // A later command begins later; the store's clock stands still by itself.
        store.clock().advance(Duration.ofSeconds(1));
        return new Intake(store, parameters(), new LocalSources(), store.now());
    }

    private JobParameters parameters() {
        return new JobParameters(directory.resolve("out"), QualityLevel.LEVEL_720P);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
