package dev.reelstore.cli.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads subtitles that FFmpeg writes as SRT, numbered from 1, whose texts have no markup.
 *
 * <p>A text may hold empty lines, and lines that look like the beginning of a subtitle: only the next number with a time
 * below it begins one. Not thread-safe.
 */
final class CueText {

    private static final int MOST = 10_000;
    private static final int LONGEST = 2_000;
    private static final String CLOCK = "(\\d{1,6}):(\\d\\d):(\\d\\d),(\\d{3})";
    private static final Pattern TIMES = Pattern.compile(CLOCK + " --> " + CLOCK + "(?: .*)?");
    private static final Pattern DRAWING = Pattern.compile("m -?\\d[-\\d. mnlbspc]*");

    private final Duration whole;
    private final List<Cue> cues = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Span span;
    private @Nullable String number;
    private int next = 1;
    private int leftOut;

    /** @param whole how long the video is */
    CueText(Duration whole) {
        this.whole = whole;
    }

    void accept(String line) {
        Matcher times = TIMES.matcher(line);
        if (number != null && times.matches()) {
            take();
            span = new Span(time(times, 1), time(times, 5));
            number = null;
            next++;
            return;
        }
        if (number != null) {
            append(number);
        }
        boolean expected = line.equals(String.valueOf(next));
        number = expected ? line : null;
        if (!expected) {
            append(line);
        }
    }

    private static Duration time(Matcher times, int group) {
        return Duration.ofHours(Long.parseLong(times.group(group)))
                .plusMinutes(Long.parseLong(times.group(group + 1)))
                .plusSeconds(Long.parseLong(times.group(group + 2)))
                .plusMillis(Long.parseLong(times.group(group + 3)));
    }

    private void append(String line) {
        int room = LONGEST - text.length();
        if (line.length() <= room) {
            text.append(line).append('\n');
        } else if (room > 0) {
            text.append(line, 0, Character.isHighSurrogate(line.charAt(room - 1)) ? room - 1 : room);
        }
    }

    private void take() {
        String plain = plain(text.toString());
        text.setLength(0);
        if (span == null
                || plain.isEmpty()
                || DRAWING.matcher(plain).matches()
                || span.start().compareTo(whole) >= 0) {
            return;
        }
        if (cues.size() < MOST) {
            cues.add(new Cue(span, plain));
        } else {
            leftOut++;
        }
    }

    /** Without the escapes of ASS and without what steers a terminal, each line without blanks around it. */
    private static String plain(String text) {
        return text.replace("\\h", " ")
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .replaceAll(" *\n\\s*", "\n")
                .strip();
    }

    /**
     * The subtitles by their time. One without an end, which shows as one beyond the video's, lasts until the next begins.
     *
     * @param unreadable how many FFmpeg could not read
     */
    Findings<Cue> finish(int unreadable) {
        if (number != null) {
            append(number);
        }
        take();
        cues.sort(Comparator.comparing((Cue cue) -> cue.span().start())
                .thenComparing(cue -> cue.span().end()));
        List<Cue> ended = new ArrayList<>();
        Duration following = whole;
        for (int i = cues.size() - 1; i >= 0; i--) {
            Cue cue = cues.get(i);
            Duration start = cue.span().start();
            if (i + 1 < cues.size()) {
                Duration after = cues.get(i + 1).span().start();
                following = after.compareTo(start) > 0 ? after : following;
            }
            boolean open =
                    cue.span().end().compareTo(whole) > 0 || cue.span().end().compareTo(start) <= 0;
            ended.add(open ? new Cue(new Span(start, following), cue.text()) : cue);
        }
        Collections.reverse(ended);
        return new Findings<>(ended, leftOut + unreadable);
    }
}
