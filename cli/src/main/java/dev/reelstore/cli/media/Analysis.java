package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Looks through one file for what is in it. Each search reads the file once, and decodes no track but its own.
 *
 * <p>Times count from where the first track of the file begins, as in the renditions.
 */
final class Analysis {

    private static final String SILENCE = "silencedetect=noise=" + Ffmpeg.SILENCE_DB + "dB:duration=0.5";

    /**
     * Small pictures show a cut as well, and need a fraction of the time; versions of FFmpeg differ in the score of
     * pictures that are not RGB. The filter {@code select} only gives each picture its score: they all pass, since FFmpeg
     * tells its progress by what comes out.
     */
    private static final String SCENES = "scale=w='min(320,iw)':h=-1:flags=fast_bilinear,format=rgb24,settb=AVTB,"
            + "select='gte(scene,0)',metadata=print:key=lavfi.scene_score:value=0.3:function=greater";

    private final FfmpegSession session;
    private final Path file;
    private final MediaProbe probe;
    private final String threads;

    Analysis(FfmpegSession session, Path file, MediaProbe probe, int threads) {
        this.session = session;
        this.file = file;
        this.probe = probe;
        this.threads = String.valueOf(threads);
    }

    Findings<Span> silences(DoubleConsumer percent) throws IOException {
        SilenceText text = new SilenceText(probe.duration());
        decode(List.of("-map", "0:a:0", "-af", SILENCE), text::accept, percent);
        return text.finish();
    }

    List<Scene> scenes(DoubleConsumer percent) throws IOException {
        SceneText text = new SceneText(probe.duration());
        decode(List.of("-map", "0:V:0", "-vf", SCENES), text::accept, percent);
        return text.finish();
    }

    /** What it finds is in the log, and how far it is on standard output: two writers would cut up each other's lines. */
    private void decode(List<String> search, Consumer<String> log, DoubleConsumer percent) throws IOException {
        ProgressPercent progress = new ProgressPercent(probe.duration(), percent);
        List<String> options = new ArrayList<>(List.of("-progress", "pipe:1", "-threads", threads));
        options.addAll(List.of("-filter_threads", threads, "-noautorotate"));
        List<String> output = new ArrayList<>(search);
        output.addAll(List.of("-f", "null", "pipe:"));
        run(options, output, progress::accept, log);
        progress.finish();
    }

    Findings<Cue> cues(SubtitleTrack track) throws IOException {
        CueText text = new CueText(probe.duration());
        AtomicInteger unreadable = new AtomicInteger();
        run(
                List.of(),
                List.of("-map", "0:" + track.stream(), "-c:s", "text", "-f", "srt", "pipe:1"),
                text::accept,
                line -> {
                    if (line.contains("Invalid UTF-8 in decoded subtitles text")) {
                        unreadable.incrementAndGet();
                    }
                });
        return text.finish(unreadable.get());
    }

    private void run(List<String> options, List<String> search, Consumer<String> output, Consumer<String> log)
            throws IOException {
        ErrorText errors = new ErrorText();
        try (FileArgument argument = FileArgument.of(file)) {
            List<String> arguments =
                    new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats", "-loglevel", "repeat+level+info"));
            arguments.addAll(options);
            arguments.addAll(InputOptions.of(argument));
            arguments.addAll(search);
            int status = session.run(arguments, output, line -> {
                log.accept(line);
                errors.accept(line);
            });
            if (status != 0) {
                throw new MediaException(errors.reason(status));
            }
        }
    }
}
