package dev.reelstore.cli.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The FFmpeg command line that makes one rendition. */
final class RenderArguments {

    private static final double FASTEST = 60;

    /** FFmpeg rounds the rates of television to two digits when it describes a file. */
    private static final Map<String, String> EXACT_RATES =
            Map.of("23.98", "24000/1001", "29.97", "30000/1001", "59.94", "60000/1001");

    private RenderArguments() {}

    static List<String> of(Rendering rendering, Codecs codecs, FileArgument source, FileArgument output) {
        AudioProbe audio = rendering.probe().audio();
        Rung rung = rendering.rung();
        String threads = String.valueOf(rendering.threads());
        double fps = Math.min(FASTEST, rendering.probe().fps());
        List<String> arguments =
                new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats", "-loglevel", "repeat+level+warning"));
        arguments.addAll(List.of("-progress", "pipe:1", "-y", "-filter_threads", threads, "-threads", threads));
        arguments.addAll(InputOptions.of(source));
        arguments.addAll(List.of("-map", "0:V:0", "-vf", filters(rung, fps), "-color_range", "tv"));
        arguments.addAll(codecs.video(rung, fps));
        if (audio != null) {
            arguments.addAll(List.of("-map", "0:a:0"));
            arguments.addAll(codecs.audio(audio));
        }
        // Tags of the source, such as where it was filmed, are not for everyone who gets a rendition.
        arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-threads", threads));
        arguments.addAll(List.of("-max_muxing_queue_size", "4096"));
        arguments.addAll(codecs.file());
        arguments.add(output.toString());
        return arguments;
    }

    /** FFmpeg turns the picture by itself, before these. */
    private static String filters(Rung rung, double fps) {
        return "fps=" + EXACT_RATES.getOrDefault(String.valueOf(fps), String.valueOf(fps)) + ",scale=" + rung.width()
                + ":" + rung.height() + ":out_range=tv,setsar=1,format=yuv420p";
    }
}
