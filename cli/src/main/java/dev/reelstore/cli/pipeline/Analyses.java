package dev.reelstore.cli.pipeline;

import dev.reelstore.application.worker.JobContext;
import dev.reelstore.cli.media.Cue;
import dev.reelstore.cli.media.Ffmpeg;
import dev.reelstore.cli.media.Findings;
import dev.reelstore.cli.media.MediaProbe;
import dev.reelstore.cli.media.Scene;
import dev.reelstore.cli.media.Span;
import dev.reelstore.cli.media.SubtitleTrack;
import dev.reelstore.cli.report.Words;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.SilenceRegion;
import dev.reelstore.domain.analysis.TimeRange;
import dev.reelstore.domain.analysis.TranscriptSegment;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.Stages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** What is searched for in one file: silence, spoken words in its subtitles, and scenes. */
final class Analyses {

    private static final int LIGHT = 5;
    private static final int SHARE_OF_A_RENDITION = 4;

    private final Ffmpeg ffmpeg;
    private final JobContext context;
    private final JobId job;
    private final Path file;
    private final MediaProbe probe;
    private final int threads;

    Analyses(Ffmpeg ffmpeg, JobContext context, Path file, MediaProbe probe, int threads) {
        this.ffmpeg = ffmpeg;
        this.context = context;
        this.job = context.job().id();
        this.file = file;
        this.probe = probe;
        this.threads = threads;
    }

    void plan(Course course) {
        course.plan(Stages.SILENCE_DETECTION, LIGHT)
                .plan(Stages.TRANSCRIPTION, LIGHT)
                .plan(Stages.CONTENT_ANALYSIS, probe.width() * probe.height() / 1_000 / SHARE_OF_A_RENDITION);
    }

    /** Where one fails, there is nothing of its kind, and the others go on: that the file can be rendered is what counts. */
    void run(Steps steps) {
        steps.attempt(new AnalysisStep(Stages.SILENCE_DETECTION, this::silences));
        steps.attempt(new AnalysisStep(Stages.TRANSCRIPTION, percent -> transcript()));
        steps.attempt(new AnalysisStep(Stages.CONTENT_ANALYSIS, this::scenes));
    }

    private Finds silences(DoubleConsumer percent) {
        if (probe.audio() == null) {
            return Finds.nothing("it has no sound");
        }
        Findings<Span> found = VideoProcess.await(context, ffmpeg.startSilences(file, probe, threads, percent));
        List<SilenceRegion> regions = found.items().stream()
                .map(span -> SilenceRegion.of(job, range(span)).thresholdDb(Ffmpeg.SILENCE_DB))
                .toList();
        Duration silent = found.items().stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
        return Finds.of(
                Words.count(regions.size(), "silence") + ", together " + Words.duration(silent) + leftOut(found),
                store -> store.replace(job, FindingKind.SILENCE, regions));
    }

    private Finds transcript() {
        Optional<SubtitleTrack> track = SubtitleTrack.toRead(probe.subtitles());
        if (track.isEmpty()) {
            return Finds.nothing(
                    probe.subtitles().isEmpty()
                            ? "it has no subtitles"
                            : "its subtitles are pictures, not text: "
                                    + probe.subtitles().stream()
                                            .map(SubtitleTrack::codec)
                                            .distinct()
                                            .collect(Collectors.joining(", ")));
        }
        Findings<Cue> found = VideoProcess.await(context, ffmpeg.startCues(file, probe, track.get()));
        List<TranscriptSegment> segments = found.items().stream()
                .map(cue -> TranscriptSegment.of(job, range(cue.span()), cue.text()))
                .toList();
        return Finds.of(
                Words.count(segments.size(), "subtitle") + " of " + name(track.get()) + leftOut(found),
                store -> store.replace(job, FindingKind.TRANSCRIPT, segments));
    }

    private String name(SubtitleTrack track) {
        String language = track.language() == null ? "" : track.language() + ", ";
        return "stream " + track.stream() + " (" + language + track.codec() + ")"
                + (probe.subtitles().size() == 1
                        ? ""
                        : ", one of " + probe.subtitles().size());
    }

    private Finds scenes(DoubleConsumer percent) {
        List<Scene> found = VideoProcess.await(context, ffmpeg.startScenes(file, probe, threads, percent));
        SceneFindings findings = SceneFindings.of(job, found, probe.duration());
        return Finds.of(
                Words.count(findings.segments().size(), "scene") + ", "
                        + Words.count(findings.highlights().size(), "highlight"),
                store -> {
                    store.replace(job, FindingKind.CONTENT, findings.segments());
                    store.replace(job, FindingKind.HIGHLIGHT, findings.highlights());
                });
    }

    private static String leftOut(Findings<?> found) {
        return found.leftOut() == 0 ? "" : "; " + found.leftOut() + " more left out";
    }

    private static TimeRange range(Span span) {
        return new TimeRange(span.start(), span.end());
    }
}
