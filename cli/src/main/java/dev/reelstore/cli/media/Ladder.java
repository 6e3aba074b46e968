package dev.reelstore.cli.media;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the renditions of a source: the steps at or below its height and below a limit, four at most.
 *
 * <p>A step is a number of lines, for portrait pictures too: {@code 720p} of a portrait clip is 720 pixels high and as
 * narrow as the clip. The width follows the displayed shape (rotation and oblong pixels applied) and becomes even. A
 * source between two steps would lose what lies above the lower one: where that is more than a tenth of its lines,
 * {@code original} comes first, in the source's own size. A source below the lowest step gets {@code original} alone.
 */
public final class Ladder {

    private static final List<Integer> STEPS = List.of(2160, 1440, 1080, 720, 480, 360, 240, 144);
    private static final int MOST = 4;
    private static final double WORTH_KEEPING = 0.9;

    private final int limit;

    /**
     * @param highest the level not to go beyond, {@code 2160p} … {@code 144p}
     * @throws IllegalArgumentException when that is no level; the message lists them
     */
    public Ladder(String highest) {
        this.limit = STEPS.stream()
                .filter(step -> label(step).equals(highest))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the highest level is " + highest + ": it must be one of " + String.join(", ", levels())));
    }

    /** The levels that can be a limit, the highest first. */
    public static List<String> levels() {
        return STEPS.stream().map(Ladder::label).toList();
    }

    private static String label(int step) {
        return step + "p";
    }

    /** The renditions of this source, the highest first; at least one. */
    public List<Rung> rungs(MediaProbe source) {
        return rungs(source.width(), source.height());
    }

    List<Rung> rungs(int width, int height) {
        List<Integer> steps =
                STEPS.stream().filter(step -> step <= Math.min(height, limit)).toList();
        List<Rung> rungs = new ArrayList<>();
        if (steps.isEmpty() || height < limit && steps.get(0) < height * WORTH_KEEPING) {
            rungs.add(new Rung(Rung.ORIGINAL, evenBelow(width), evenBelow(height)));
        }
        for (int step : steps) {
            rungs.add(new Rung(label(step), nearestEven((double) width * step / height), step));
        }
        return List.copyOf(rungs.subList(0, Math.min(MOST, rungs.size())));
    }

    private static int evenBelow(int length) {
        return Math.max(2, length / 2 * 2);
    }

    private static int nearestEven(double length) {
        return Math.max(2, (int) Math.round(length / 2) * 2);
    }
}
