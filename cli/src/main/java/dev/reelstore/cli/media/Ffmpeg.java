package dev.reelstore.cli.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * An FFmpeg that was tried and can do the work; {@link FfmpegFinder} finds one.
 *
 * <p>Immutable; any number of threads may use it, and each piece of work is a process of its own that ends with this
 * JVM at the latest.
 */
public final class Ffmpeg {

    /** Sound below this level, in decibels of the loudest there can be, counts as silence. */
    public static final double SILENCE_DB = -50;

    private final Path executable;
    private final Codecs codecs;
    private final List<String> passedOver;

    Ffmpeg(Path executable, Codecs codecs, List<String> passedOver) {
        this.executable = executable;
        this.codecs = codecs;
        this.passedOver = List.copyOf(passedOver);
    }

    /** The program. */
    public Path executable() {
        return executable;
    }

    /** The ending of the names of its renditions, without a dot: {@code mp4}, or {@code webm} if it has no H.264. */
    public String container() {
        return codecs.container();
    }

    /** Which encoders it renders with, for people. */
    public String encoders() {
        return codecs.toString();
    }

    /** One sentence for each FFmpeg that was found before this one but cannot do the work. */
    public List<String> passedOver() {
        return passedOver;
    }

    /**
     * Finds out what a file is. Reads it once from beginning to end.
     *
     * @throws MediaException when it is no whole, readable video; the message is the reason
     */
    public MediaProbe probe(Path file) {
        return startProbe(file).await();
    }

    /** As {@link #probe}, but in the background, so that it can be stopped. */
    public MediaTask<MediaProbe> startProbe(Path file) {
        FfmpegSession session = new FfmpegSession(executable);
        return MediaTask.start("ffmpeg-probe", session, () -> new Probing(session).of(file));
    }

    /**
     * Begins to make a rendition. The target appears whole or not at all; until then nothing has its name.
     *
     * @param percent gets 0 to 100, in another thread and rising; 100 once the rendition is there. If it throws, the
     *     rendition is given up
     */
    public MediaTask<Rendition> start(Rendering rendering, DoubleConsumer percent) {
        FfmpegSession session = new FfmpegSession(executable);
        return MediaTask.start(
                "ffmpeg-render", session, () -> new Renderer(session, codecs).render(rendering, percent));
    }

    /**
     * Begins to look for silence in the first sound track: at least half a second below {@link #SILENCE_DB} on all channels.
     *
     * @param probe what {@link #probe} answered for the file, with sound
     * @param threads how many FFmpeg may use, at least 1
     * @param percent as of {@link #start}
     */
    public MediaTask<Findings<Span>> startSilences(Path file, MediaProbe probe, int threads, DoubleConsumer percent) {
        return analyse("ffmpeg-silence", file, probe, threads, analysis -> analysis.silences(percent));
    }

    /**
     * Begins to look for cuts, and divides the video at them into scenes of at least half a second, at most 10,001. A cut
     * is where FFmpeg's scene score, how much a picture differs from the one before it, is above 0.3.
     *
     * @param probe what {@link #probe} answered for the file
     * @param threads how many FFmpeg may use, at least 1
     * @param percent as of {@link #start}
     */
    public MediaTask<List<Scene>> startScenes(Path file, MediaProbe probe, int threads, DoubleConsumer percent) {
        return analyse("ffmpeg-scenes", file, probe, threads, analysis -> analysis.scenes(percent));
    }

    /**
     * Begins to read the subtitles of a track of text; at most 10,000 of up to 2,000 characters.
     *
     * @param probe what {@link #probe} answered for the file
     */
    public MediaTask<Findings<Cue>> startCues(Path file, MediaProbe probe, SubtitleTrack track) {
        return analyse("ffmpeg-subtitles", file, probe, 1, analysis -> analysis.cues(track));
    }

    private interface Search<T> {

        T in(Analysis analysis) throws IOException;
    }

    private <T> MediaTask<T> analyse(String name, Path file, MediaProbe probe, int threads, Search<T> search) {
        FfmpegSession session = new FfmpegSession(executable);
        return MediaTask.start(name, session, () -> search.in(new Analysis(session, file, probe, threads)));
    }

    @Override
    public String toString() {
        return executable + " (" + codecs + ")";
    }
}
