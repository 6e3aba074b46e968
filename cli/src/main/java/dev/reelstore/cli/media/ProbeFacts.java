package dev.reelstore.cli.media;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts together what FFmpeg said of a file and what was counted in it. */
final class ProbeFacts {

    private static final double FASTEST = 120;

    private final InputText input;
    private final Packets packets;

    ProbeFacts(InputText input, Packets packets) {
        this.input = input;
        this.packets = packets;
    }

    MediaProbe of(long size, String name) {
        StreamText stream = input.mapped(0).orElseThrow();
        VideoText video = new VideoText(stream);
        int[] stored = video.size().orElseThrow(() -> new MediaException("FFmpeg cannot find out the picture's size"));
        int rotation = input.rotation();
        boolean lying = rotation % 180 != 0;
        double aspect = lying ? 1 / video.pixelAspect() : video.pixelAspect();
        int height = lying ? stored[0] : stored[1];
        int width = (int) Math.max(1, Math.round((lying ? stored[1] : stored[0]) * aspect));
        Duration duration = input.duration().orElse(Duration.ofMillis(Math.round(packets.end() * 1000)));
        if (packets.count(0) == 0 || duration.isZero()) {
            throw new MediaException("it has no moving picture");
        }
        double seconds = duration.toMillis() / 1000.0;
        return new MediaProbe(
                size,
                container(name),
                duration,
                kbps(size, seconds),
                width,
                height,
                AspectRatio.of(width, height),
                rotation,
                stream.codec(),
                fps(video.fps(), packets.count(0) / seconds),
                video.pixelFormat(),
                video.colorSpace(),
                video.colorRange(),
                packets.count(0),
                audio(seconds),
                input.subtitles());
    }

    /** FFmpeg names families of containers; the file's name tells the members apart. */
    private String container(String name) {
        List<String> family = input.containers();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (family.contains(ending)) {
            return ending;
        }
        return family.contains("mp4") ? "mp4" : family.get(0);
    }

    /** What the file says, unless that is a clock's rate, such as 1000, rather than that of pictures. */
    private static double fps(double said, double counted) {
        double fps = said > 0 && said <= FASTEST ? said : Math.min(FASTEST, counted);
        return Math.round(fps * 1000) / 1000.0;
    }

    private @Nullable AudioProbe audio(double seconds) {
        StreamText stream =
                input.mapped(1).filter(text -> text.kind().equals("Audio")).orElse(null);
        if (stream == null) {
            return null;
        }
        AudioText text = new AudioText(stream);
        if (packets.count(1) == 0 || text.sampleRateHz() == 0) {
            return null;
        }
        return new AudioProbe(stream.codec(), kbps(packets.bytes(1), seconds), text.sampleRateHz(), text.channels());
    }

    private static int kbps(long bytes, double seconds) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(bytes * 8 / seconds / 1000));
    }
}
