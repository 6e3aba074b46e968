package dev.reelstore.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.application.Reelstore;
import dev.reelstore.cli.media.Ffmpeg;
import dev.reelstore.cli.media.FfmpegFinder;
import dev.reelstore.cli.report.Words;
import dev.reelstore.domain.analysis.ContentSegment;
import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.analysis.Highlight;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.StageDurations;
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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline with a real FFmpeg on the store in memory. */
final class PipelineRunTest {

    private static final Path SAMPLES =
            Path.of("..", "samples").toAbsolutePath().normalize();

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
                .containsExactlyInAnyOrder(
                        "probe",
                        "silence_detection",
                        "transcription",
                        "content_analysis",
                        "480p",
                        "360p",
                        "240p",
                        "144p");
        assertThat(told.finished).hasSize(1);
    }

    @Test
    void whatIsInAVideoIsFoundAndTheJournalTellsOfEachStage() throws Exception {
        JobId job = process(SAMPLES.resolve("chapters.mkv")).get(0).job().id();

        assertThat(found(job, FindingKind.SILENCE)).singleElement().satisfies(silence -> {
            assertThat(silence.range().start().toMillis()).isBetween(2_950L, 3_100L);
            assertThat(silence.range().end().toMillis()).isBetween(4_950L, 5_100L);
            assertThat(silence.thresholdDb()).isEqualTo(-50);
        });
        assertThat(found(job, FindingKind.TRANSCRIPT)).hasSize(4);
        assertThat(found(job, FindingKind.TRANSCRIPT).get(1).text()).isEqualTo("Then a pattern that moves.");
        List<ContentSegment> segments = found(job, FindingKind.CONTENT);
        assertThat(segments).map(ContentSegment::topic).containsExactly("scene 1", "scene 2", "scene 3", "scene 4");
        assertThat(segments.stream().mapToDouble(ContentSegment::score).sum()).isCloseTo(1, within(1e-9));
        assertThat(found(job, FindingKind.HIGHLIGHT))
                .map(Highlight::range)
                .containsExactlyElementsOf(
                        segments.stream().skip(1).map(ContentSegment::range).toList());
        assertThat(log(job))
                .containsExactly(
                        "probe STARTED null",
                        "probe COMPLETED matroska, h264 640x360, aac",
                        "silence_detection STARTED null",
                        "silence_detection COMPLETED 1 silence, together 1.9 s",
                        "transcription STARTED null",
                        "transcription COMPLETED 4 subtitles of stream 2 (eng, subrip)",
                        "content_analysis STARTED null",
                        "content_analysis COMPLETED 4 scenes, 3 highlights",
                        "360p STARTED null",
                        "360p COMPLETED 640x360, " + size("360p.mp4"),
                        "240p STARTED null",
                        "240p COMPLETED 426x240, " + size("240p.mp4"),
                        "144p STARTED null",
                        "144p COMPLETED 256x144, " + size("144p.mp4"));
        assertThat(reelstore.journal().durations(JournalFilter.of(job)))
                .allMatch(each -> each.count() == 1 && !each.shortest().isZero())
                .extracting(StageDurations::stage)
                .containsExactlyInAnyOrder(
                        "probe", "silence_detection", "transcription", "content_analysis", "360p", "240p", "144p");
    }

    @Test
    void aVideoWithoutSoundAndSubtitlesHasNoneOfThese() throws Exception {
        JobId job = process(Clips.silent(directory.resolve("silent.mp4")))
                .get(0)
                .job()
                .id();

        assertThat(found(job, FindingKind.SILENCE)).isEmpty();
        assertThat(found(job, FindingKind.TRANSCRIPT)).isEmpty();
        assertThat(found(job, FindingKind.CONTENT)).hasSize(1);
        assertThat(found(job, FindingKind.HIGHLIGHT)).isEmpty();
        assertThat(log(job))
                .contains("silence_detection SKIPPED it has no sound", "transcription SKIPPED it has no subtitles");
    }

    @Test
    void aSearchThatFailsIsToldAndTheRenditionsAreMade() throws Exception {
        Path clip = Clips.make(directory.resolve("clip.mp4"), 160, 120, 1, 0);
        Ffmpeg deaf = FfmpegFinder.ofThisProcess().find(Clips.deafFfmpeg(directory));

        FileResult result = process(deaf, clip).get(0);

        assertThat(result.completed()).isTrue();
        JobId job = result.job().id();
        assertThat(reelstore
                        .journal()
                        .entries(JournalQuery.oldestFirst(JournalFilter.of(job)), Set.of(LogStatus.FAILED))
                        .records())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.stage()).isEqualTo("silence_detection");
                    assertThat(entry.error()).isEqualTo("it cannot hear");
                    assertThat(entry.duration()).isPositive();
                });
        assertThat(found(job, FindingKind.CONTENT)).hasSize(1);
        assertThat(reelstore.jobs().stages(job))
                .filteredOn(stage -> stage.stage().equals("silence_detection"))
                .singleElement()
                .satisfies(stage -> {
                    assertThat(stage.progress().message()).isEqualTo("failed: it cannot hear");
                    assertThat(stage.checkpoint()).isNull();
                });
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
        assertThat(log(results.get(0).job().id())).containsExactly("probe STARTED null", "probe FAILED null");
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
        PipelineRun run = run(Clips.ffmpeg());
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

    private <F extends Finding> List<F> found(JobId job, FindingKind<F> kind) {
        return reelstore.analysis().list(FindingQuery.of(job, kind));
    }

    private List<String> log(JobId job) {
        return reelstore.journal().entries(JournalQuery.oldestFirst(JournalFilter.of(job)), Set.of()).records().stream()
                .map(entry -> entry.stage() + " " + entry.status() + " " + entry.message())
                .toList();
    }

    private String size(String rendition) throws IOException {
        return Words.bytes(Files.size(rendition(directory.resolve("out"), rendition)));
    }

    private List<FileResult> process(Path... files) throws Exception {
        return process(Clips.ffmpeg(), files);
    }

    private List<FileResult> process(Ffmpeg ffmpeg, Path... files) throws Exception {
        List<FileResult> results = new ArrayList<>();
        PipelineRun run = run(ffmpeg);
        try (AutoCloseable working = run.start()) {
            run.process(Stream.of(files).map(InputFile::of).toList(), results::add, () -> {});
        }
        return results;
    }

    private PipelineRun run(Ffmpeg ffmpeg) {
        return new PipelineRun(reelstore, ffmpeg, parameters(), 2, told);
    }

    private JobParameters parameters() {
        return new JobParameters(directory.resolve("out"), QualityLevel.LEVEL_720P);
    }
}
