package dev.reelstore.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline with a real FFmpeg on the store in memory. */
final class PipelineRunTest {

    @TempDir
    private Path directory;

    private final Reelstore reelstore = Reelstore.on(InMemoryPersistence.create());
    private final Told told = new Told();

    @AfterEach
    void close() {
        reelstore.close();
    }

    @Test
    void aVideoIsRenderedMeasuredAndPublished() throws Exception {
        Path clip = Clips.make(directory.resolve("Été 1.mp4"), 640, 480, 1, 0);

        FileResult result = process(clip).get(0);

        assertThat(result.completed()).isTrue();
        Video video =
                reelstore.videos().findBySourceHash(Fingerprint.of(clip).hash()).orElseThrow();
        assertThat(PipelineJobs.videoOf(result.job())).contains(video.id());
        assertThat(video.status()).isEqualTo(VideoStatus.PUBLISHED);
        assertThat(video.title()).isEqualTo("Été 1");
        assertThat(video.url()).isEqualTo(clip.toUri().toString());
        assertThat(video.duration().toMillis()).isBetween(900L, 1_200L);
        List<VideoQuality> qualities = reelstore.qualities().list(video.id());
        assertThat(qualities)
                .extracting(quality -> quality.level().label())
                .containsExactly("480p", "360p", "240p", "144p");
        assertThat(qualities)
                .filteredOn(VideoQuality::isDefault)
                .singleElement()
                .satisfies(first -> {
                    assertThat(first.level()).isEqualTo(QualityLevel.LEVEL_480P);
                    assertThat(first.facts().width()).isEqualTo(640);
                    assertThat(first.facts().height()).isEqualTo(480);
                    assertThat(first.facts().codec()).isNotNull();
                    assertThat(first.audio().codec()).isNotNull();
                    assertThat(first.encodingTime()).isNotNull();
                });
        for (VideoQuality quality : qualities) {
            Path file = Path.of(URI.create(quality.url()));
            assertThat(quality.status()).isEqualTo(QualityStatus.READY);
            assertThat(quality.facts().fileSizeBytes()).isEqualTo(Files.size(file));
            assertThat(file.getParent().getFileName().toString()).startsWith("Ete_1-");
        }
        assertThat(reelstore.jobs().stages(result.job().id()))
                .allSatisfy(stage -> assertThat(stage.progress().percent()).isEqualTo(100))
                .extracting(StageState::stage)
                .containsExactly("probe", "480p", "360p", "240p", "144p");
        assertThat(told.finished).hasSize(1);
    }

    @Test
    void whatIsNoVideoFailsWithAReasonAndTheOthersGoOn() throws Exception {
        Path text = Files.writeString(directory.resolve("text.mp4"), "no video at all, but some text\n".repeat(100));
        Path empty = Files.createFile(directory.resolve("empty.mp4"));
        Path clip = Clips.make(directory.resolve("clip.mp4"), 160, 120, 1, 0);
        Path cut = directory.resolve("cut.mp4");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(clip), (int) Files.size(clip) / 2));
        Path gone = Files.createSymbolicLink(directory.resolve("gone.mp4"), directory.resolve("nothing"));

        List<FileResult> results = process(text, empty, cut, gone, clip);

        assertThat(results).map(FileResult::completed).containsExactly(false, false, false, false, true);
        assertThat(results.subList(0, 4)).allSatisfy(result -> {
            assertThat(result.job().status()).isEqualTo(JobStatus.FAILED);
            assertThat(result.job().attempt()).isOne();
            assertThat(result.job().error()).isNotBlank();
        });
        assertThat(results.get(1).job().error()).contains("empty");
        assertThat(results.get(3).job().error()).contains("there is no such file");
        try (Stream<Path> videos = Files.walk(directory.resolve("out"))) {
            assertThat(videos.filter(Files::isRegularFile)
                            .map(path -> path.getParent().getFileName().toString()))
                    .allMatch(folder -> folder.startsWith("clip-"));
        }
        assertThat(process(text).get(0).job().attempt()).isEqualTo(2);
    }

    @Test
    void theSameContentIsReportedForEachOfItsFilesAndRenderedOnce() throws Exception {
        Path clip = Clips.make(directory.resolve("clip.mp4"), 160, 120, 1, 0);
        Path twin = Files.copy(clip, directory.resolve("twin.mp4"));

        List<FileResult> results = process(clip, twin);

        assertThat(results).allMatch(FileResult::completed);
        assertThat(results)
                .map(result -> result.job().id())
                .containsOnly(results.get(0).job().id());
        assertThat(told.finished).hasSize(1);
    }

    @Test
    void aRenditionThatIsThereIsNotMadeAgainByTheNextAttempt() throws Exception {
        Path clip = Clips.make(directory.resolve("clip.mp4"), 320, 240, 1, 0);
        Path out = Files.createDirectories(directory.resolve("out"));
        Job job = process(clip).get(0).job();
        Path first = rendition(out, "240p.mp4");
        Path second = rendition(out, "144p.mp4");
        Files.setLastModifiedTime(first, FileTime.fromMillis(0));
        Files.delete(second);
        List<StageState> checkpoints = reelstore.jobs().stages(job.id());

        // The same job as after a crash: its checkpoints are there, one of the files is not.
        reelstore.jobs().delete(job.id());
        Intake intake = new Intake(
                reelstore,
                parameters(),
                new LocalSources(),
                reelstore.persistence().now());
        Job again = intake.admit(InputFile.of(clip)).job();
        Claim claim = reelstore
                .claims()
                .claim(ClaimRequest.of(WorkerId.next(), PipelineJobs.QUEUE, List.of(PipelineJobs.TYPE)))
                .get(0);
        for (StageState stage : checkpoints) {
            if (stage.checkpoint() != null) {
                reelstore.claims().checkpoint(claim, stage.stage(), stage.checkpoint());
            }
        }
        reelstore.claims().release(claim);

        assertThat(process(clip).get(0).job().id()).isEqualTo(again.id());
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(FileTime.fromMillis(0));
        assertThat(second).exists();
        assertThat(reelstore
                        .qualities()
                        .list(PipelineJobs.videoOf(reelstore.jobs().get(again.id()))
                                .orElseThrow()))
                .hasSize(2);
    }

    @Test
    void aDeletedJobIsNotWaitedForForEver() throws Exception {
        Path clip = Clips.make(directory.resolve("clip.mp4"), 160, 120, 1, 0);
        PipelineRun run = run();
        List<FileResult> results = new ArrayList<>();

        // Nobody works: the run is not started.
        run.process(
                List.of(InputFile.of(clip)),
                results::add,
                () -> told.admitted.forEach(
                        admission -> reelstore.jobs().delete(admission.job().id())));

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.deleted()).isTrue();
            assertThat(result.completed()).isFalse();
        });
        assertThat(told.deleted).hasSize(1);
    }

    private static Path rendition(Path out, String name) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private List<FileResult> process(Path... files) throws Exception {
        List<FileResult> results = new ArrayList<>();
        PipelineRun run = run();
        try (AutoCloseable working = run.start()) {
            run.process(Stream.of(files).map(InputFile::of).toList(), results::add, () -> {});
        }
        return results;
    }

    private PipelineRun run() {
        return new PipelineRun(reelstore, Clips.ffmpeg(), parameters(), 2, told);
    }

    private JobParameters parameters() {
        return new JobParameters(directory.resolve("out"), QualityLevel.LEVEL_720P);
    }
}
