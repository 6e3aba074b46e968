package dev.reelstore.cli.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cuts from what FFmpeg's {@code metadata} filter writes into its log, with time stamps in microseconds, and
 * divides the video at them.
 *
 * <p>No scene is shorter than half a second: what changes sooner, such as a flash, belongs to the cut before it, whose
 * score is the highest of them. Not thread-safe.
 */
final class SceneText {

    private static final int MOST = 10_000;
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final String FROM = "\\[[^\\]]*metadata[^\\]]* @ 0x[0-9a-f]+] \\[info] ";
    private static final Pattern FRAME = Pattern.compile(FROM + "frame:\\d+ +pts:(\\d{1,18}) .*");
    private static final Pattern SCORE = Pattern.compile(FROM + "lavfi\\.scene_score=(\\d+(?:\\.\\d+)?)");

    private final Duration whole;
    private final List<Cut> cuts = new ArrayList<>();
    private @Nullable Duration frame;

    private record Cut(Duration at, double score) {}

    /** @param whole how long the video is */
    SceneText(Duration whole) {
        this.whole = whole;
    }

    void accept(String line) {
        Matcher framed = FRAME.matcher(line);
        if (framed.matches()) {
            frame = Duration.ofNanos(Long.parseLong(framed.group(1)) * 1_000);
            return;
        }
        Matcher scored = SCORE.matcher(line);
        if (frame != null && scored.matches()) {
            add(new Cut(frame, Math.min(1, Double.parseDouble(scored.group(1)))));
            frame = null;
        }
    }

    private void add(Cut cut) {
        Cut last = cuts.isEmpty() ? new Cut(Duration.ZERO, 0) : cuts.get(cuts.size() - 1);
        boolean soon = cut.at().minus(last.at()).compareTo(SHORTEST) < 0;
        if (soon && !cuts.isEmpty()) {
            cuts.set(cuts.size() - 1, new Cut(last.at(), Math.max(last.score(), cut.score())));
        } else if (!soon && whole.minus(cut.at()).compareTo(SHORTEST) >= 0) {
            if (cuts.size() == MOST) {
                cuts.remove(cuts.stream()
                        .min(Comparator.comparingDouble(Cut::score))
                        .orElseThrow());
            }
            cuts.add(cut);
        }
    }

    /** The scenes, which cover the whole video without a gap; where there are too many, the weakest cuts do not count. */
    List<Scene> finish() {
        List<Scene> scenes = new ArrayList<>();
        Cut opening = new Cut(Duration.ZERO, 0);
        for (Cut cut : cuts) {
            scenes.add(new Scene(new Span(opening.at(), cut.at()), opening.score()));
            opening = cut;
        }
        scenes.add(new Scene(new Span(opening.at(), whole), opening.score()));
        return scenes;
    }
}
