package dev.reelstore.cli.media;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the text of an audio stream says of the sound, such as {@code aac (LC), 48000 Hz, 5.1(side), fltp, 83 kb/s}. */
final class AudioText {

    private static final Pattern RATE = Pattern.compile("(\\d+) Hz");
    private static final Pattern SPEAKERS = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?(?:\\(.*\\))?");
    private static final Pattern COUNT = Pattern.compile("(\\d+) channels.*");
    private static final Map<String, Integer> NAMED = Map.of(
            "mono",
            1,
            "stereo",
            2,
            "downmix",
            2,
            "quad",
            4,
            "quad(side)",
            4,
            "hexagonal",
            6,
            "octagonal",
            8,
            "cube",
            8,
            "hexadecagonal",
            16);

    private final StreamText text;

    AudioText(StreamText text) {
        this.text = text;
    }

    /** Samples a second; 0 when FFmpeg could not find it out. */
    int sampleRateHz() {
        return text.find(RATE).map(found -> Integer.parseInt(found.group(1))).orElse(0);
    }

    @Nullable
    Integer channels() {
        String layout = text.part(2);
        Matcher speakers = SPEAKERS.matcher(layout);
        if (speakers.matches()) {
            int above = speakers.group(3) == null ? 0 : Integer.parseInt(speakers.group(3));
            return Integer.parseInt(speakers.group(1)) + Integer.parseInt(speakers.group(2)) + above;
        }
        Matcher count = COUNT.matcher(layout);
        return count.matches() ? Integer.valueOf(count.group(1)) : NAMED.get(layout);
    }
}
