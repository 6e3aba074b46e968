package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tries an FFmpeg with the work that it will have: makes a clip, reads it, renders it, and measures the rendition. */
final class FfmpegTrial {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Rung SMALL = new Rung("144p", 96, 64);
    private static final double FPS = 10;
    private static final long FRAMES = 5;

    private final Path executable;

    FfmpegTrial(Path executable) {
        this.executable = executable;
    }

    /**
     * Answers the best encoders that work.
     *
     * @throws MediaException when none does; the message is the reason for the best ones
     */
    Codecs best() throws IOException {
        if (!Files.isRegularFile(executable)) {
            throw new MediaException(Files.exists(executable) ? "it is not a regular file" : "it does not exist");
        }
        if (!Files.isExecutable(executable)) {
            throw new MediaException("it may not be executed: check its permissions");
        }
        List<String> reasons = new ArrayList<>();
        for (Codecs codecs : Codecs.values()) {
            try {
                run(codecs);
                return codecs;
            } catch (MediaStoppedException e) {
                throw e;
            } catch (MediaException e) {
                reasons.add("with " + codecs + ": " + e.getMessage());
            }
        }
        boolean same = reasons.stream()
                        .map(reason -> reason.substring(reason.indexOf(": ")))
                        .distinct()
                        .count()
                == 1;
        throw new MediaException(
                same ? reasons.get(0).substring(reasons.get(0).indexOf(": ") + 2) : String.join("; ", reasons));
    }

    /** @throws MediaException when these encoders do not work */
    void run(Codecs codecs) throws IOException {
        Path folder = Files.createTempDirectory("reelstore-trial");
        try {
            Ffmpeg ffmpeg = new Ffmpeg(executable, codecs, List.of());
            Path clip = folder.resolve("clip." + codecs.container());
            FfmpegSession session = new FfmpegSession(executable);
            MediaTask.start("ffmpeg-trial", session, () -> make(clip, codecs, session))
                    .await(LONGEST);
            MediaProbe probe = ffmpeg.startProbe(clip).await(LONGEST);
            Path copy = folder.resolve("copy." + codecs.container());
            Rendition rendition = ffmpeg.start(new Rendering(clip, probe, SMALL, copy, 1), percent -> {})
                    .await(LONGEST);
            MediaProbe measured = rendition.measured();
            if (measured.frames() != FRAMES || measured.width() != SMALL.width() || measured.audio() == null) {
                throw new MediaException("a clip of " + FRAMES + " pictures with sound came out as " + measured);
            }
        } finally {
            delete(folder);
        }
    }

    private static Path make(Path clip, Codecs codecs, FfmpegSession session) throws IOException {
        ErrorText errors = new ErrorText();
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats"));
        arguments.addAll(List.of("-loglevel", "repeat+level+warning", "-y"));
        arguments.addAll(List.of("-f", "lavfi", "-i", "testsrc=s=192x128:r=10:d=0.5"));
        arguments.addAll(List.of("-f", "lavfi", "-i", "sine=r=48000:d=0.5", "-pix_fmt", "yuv420p"));
        arguments.addAll(codecs.video(SMALL, FPS));
        arguments.addAll(codecs.audio(new AudioProbe("pcm_s16le", null, 48_000, 1)));
        arguments.addAll(codecs.file());
        try (FileArgument output = FileArgument.of(clip)) {
            arguments.add(output.toString());
            int status = session.run(arguments, line -> {}, errors::accept);
            if (status != 0) {
                throw new MediaException(errors.reason(status));
            }
        }
        if (!Files.isRegularFile(clip)) {
            throw new MediaException("it succeeds without doing what it is told: it is no FFmpeg");
        }
        return clip;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
