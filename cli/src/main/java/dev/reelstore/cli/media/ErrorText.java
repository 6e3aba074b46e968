package dev.reelstore.cli.media;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The complaints in FFmpeg's error output, which it must have been told to write with levels.
 *
 * <p>Not thread-safe: one thread feeds it, and others ask when that one has ended.
 */
final class ErrorText {

    private static final int KEPT = 50;
    private static final Pattern COMPLAINT =
            Pattern.compile("^(?:\\[[^\\]]* @ 0x[0-9a-f]+\\] )*\\[(?:panic|fatal|error)\\] (.*)$");
    private static final Pattern LEVEL = Pattern.compile("^(?:\\[[^\\]]* @ 0x[0-9a-f]+\\] )*\\[[a-z]+\\] ");

    /** What FFmpeg says last, whatever it was that went wrong. */
    private static final Pattern EMPTY_PHRASE = Pattern.compile("^Conversion failed!|^Error opening (?:in|out)put file"
            + "|^Error parsing options for |^Failed to set value |^Terminating thread |^Task finished with error code"
            + "|^Nothing was written into output file|^At least one output file must be specified");

    private final Deque<String> complaints = new ArrayDeque<>();
    private final Deque<String> bare = new ArrayDeque<>();

    void accept(String line) {
        Matcher complaint = COMPLAINT.matcher(line);
        if (complaint.matches()) {
            keep(complaints, complaint.group(1).strip());
        } else if (!LEVEL.matcher(line).find() && !line.isBlank()) {
            keep(bare, line.strip());
        }
    }

    private static void keep(Deque<String> lines, String line) {
        lines.addLast(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    /** Whether a complaint, or a line that came from elsewhere than FFmpeg's log, contains this. */
    boolean mentions(String phrase) {
        return Stream.concat(complaints.stream(), bare.stream()).anyMatch(line -> line.contains(phrase));
    }

    /** The last complaint that says something, else what else is known of the end. */
    String reason(int exitStatus) {
        List<String> telling = complaints.stream()
                .filter(line -> !EMPTY_PHRASE.matcher(line).find())
                .toList();
        if (!telling.isEmpty()) {
            return telling.get(telling.size() - 1);
        }
        if (exitStatus > 128) {
            return "FFmpeg was ended by signal " + (exitStatus - 128);
        }
        return bare.isEmpty() ? "FFmpeg ended with status " + exitStatus : bare.getLast();
    }
}
