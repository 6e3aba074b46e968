package dev.reelstore.cli.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what FFmpeg 4 to 8 write about their input, with {@code -loglevel level}.
 *
 * <p>Tags are free text, but what they hold is always indented deeper than what is read here, or comes before the
 * duration. Not thread-safe.
 */
final class InputText {

    private static final Pattern INPUT = Pattern.compile("\\[info\\] Input #0, (.+?), from 'file:.*");
    private static final Pattern DURATION =
            Pattern.compile("\\[info\\]   Duration: (\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?),.*");
    private static final Pattern NO_DURATION = Pattern.compile("\\[info\\]   Duration: N/A,.*");
    private static final Pattern STREAM = Pattern.compile(
            "\\[info\\] {3}(?: {2})?Stream #0:(\\d+)(?:\\[0x[0-9a-f]+])?(?:\\(([^)]*)\\))?: (\\w+): (.*)");
    private static final Pattern ROTATION =
            Pattern.compile("\\[info\\] {7,}displaymatrix: rotation of (-?\\d+(?:\\.\\d+)?) degrees.*");
    private static final Pattern MAPPING = Pattern.compile("\\[info\\]   Stream #0:(\\d+) -> #0:(\\d+) .*");

    private @Nullable String containers;
    private @Nullable Duration duration;
    private boolean estimated;
    private boolean streamsFollow;
    private int stream = -1;
    private final Map<Integer, StreamText> streams = new TreeMap<>();
    private final List<SubtitleTrack> subtitles = new ArrayList<>();
    private final Map<Integer, Double> rotations = new TreeMap<>();
    private final Map<Integer, Integer> mapping = new TreeMap<>();

    void accept(String line) {
        if (line.startsWith("[info] Output #") || line.startsWith("[info] Stream mapping:")) {
            streamsFollow = false;
        } else if (line.contains("Estimating duration from bitrate")) {
            estimated = true;
        } else if (containers == null) {
            match(INPUT, line).ifPresent(found -> containers = found.group(1));
        } else if (!streamsFollow && streams.isEmpty()) {
            streamsFollow = NO_DURATION.matcher(line).matches();
            match(DURATION, line).ifPresent(found -> {
                duration = duration(found);
                streamsFollow = true;
            });
        } else if (streamsFollow) {
            match(STREAM, line).ifPresent(found -> {
                stream = Integer.parseInt(found.group(1));
                StreamText text = StreamText.of(found.group(3), found.group(4));
                streams.put(stream, text);
                if (text.kind().equals("Subtitle")) {
                    subtitles.add(SubtitleTrack.of(stream, found.group(2), text));
                }
            });
            match(ROTATION, line).ifPresent(found -> rotations.put(stream, Double.valueOf(found.group(1))));
        } else {
            match(MAPPING, line)
                    .ifPresent(found -> mapping.put(Integer.valueOf(found.group(2)), Integer.valueOf(found.group(1))));
        }
    }

    private static Optional<Matcher> match(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static Duration duration(Matcher found) {
        return Duration.ofHours(Long.parseLong(found.group(1)))
                .plusMinutes(Long.parseLong(found.group(2)))
                .plusMillis(Math.round(Double.parseDouble(found.group(3)) * 1000));
    }

    /** The names of the container, empty when FFmpeg did not get as far as that. */
    List<String> containers() {
        return containers == null ? List.of() : List.of(containers.split(","));
    }

    /** The running time that the container promises; empty when it promises none and FFmpeg guesses at most. */
    Optional<Duration> duration() {
        return estimated ? Optional.empty() : Optional.ofNullable(duration);
    }

    /** The input's stream that became this stream of the output. */
    Optional<StreamText> mapped(int output) {
        return Optional.ofNullable(mapping.get(output)).map(streams::get);
    }

    /** The first stream of a kind. */
    Optional<StreamText> first(String kind) {
        return streams.values().stream()
                .filter(text -> text.kind().equals(kind))
                .findFirst();
    }

    /** The tracks of subtitles in their order. */
    List<SubtitleTrack> subtitles() {
        return List.copyOf(subtitles);
    }

    /** By how much the picture that became the output's first stream is to be turned clockwise, in whole degrees. */
    int rotation() {
        double counterclockwise =
                Optional.ofNullable(mapping.get(0)).map(rotations::get).orElse(0.0);
        return Math.floorMod(-Math.round(counterclockwise / 90) * 90, 360);
    }

    /** What was read, for messages of tests. */
    @Override
    public String toString() {
        return new ArrayList<>(streams.values()).toString();
    }
}
