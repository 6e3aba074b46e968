package dev.reelstore.testkit.random.shrinking;

import dev.reelstore.testkit.random.operation.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Delta debugging: takes away ever smaller parts of a list, and of the bodies of its units, as long as what is left still
 * fails. The result fails, too, and no single operation of it can be missed.
 */
public final class Shrinker {

    private final Predicate<List<Op>> fails;

    private Shrinker(Predicate<List<Op>> fails) {
        this.fails = fails;
    }

    /**
     * The shortest failing list that is found.
     *
     * @param failing a list that fails
     * @param fails whether a list fails; must answer alike when it is asked again
     */
    public static List<Op> shrink(List<Op> failing, Predicate<List<Op>> fails) {
        return new Shrinker(fails).shrink(failing);
    }

    private List<Op> shrink(List<Op> failing) {
        List<Op> shortest = failing;
        List<Op> before;
        do {
            before = shortest;
            shortest = withoutParts(shortest);
            shortest = withSmallerUnits(shortest);
        } while (!shortest.equals(before));
        return shortest;
    }

    private List<Op> withoutParts(List<Op> list) {
        List<Op> shortest = list;
        int part = Math.max(1, list.size() / 2);
        while (true) {
            boolean shorter = false;
            for (int from = 0; from < shortest.size(); ) {
                List<Op> rest = without(shortest, from, Math.min(from + part, shortest.size()));
                if (fails.test(rest)) {
                    shortest = rest;
                    shorter = true;
                } else {
                    from += part;
                }
            }
            if (part == 1 && !shorter) {
                return shortest;
            }
            part = Math.max(1, part / 2);
        }
    }

    private List<Op> withSmallerUnits(List<Op> list) {
        List<Op> shortest = list;
        for (int place = 0; place < shortest.size(); place++) {
            List<Op> body = Bodies.of(shortest.get(place));
            if (body.isEmpty()) {
                continue;
            }
            List<Op> unwrapped = replaced(shortest, place, body);
            if (fails.test(unwrapped)) {
                shortest = unwrapped;
                place--;
                continue;
            }
            List<Op> around = shortest;
            int at = place;
            Op unit = shortest.get(place);
            Predicate<List<Op>> failsInside =
                    smaller -> fails.test(replaced(around, at, List.of(Bodies.with(unit, smaller))));
            shortest = replaced(around, at, List.of(Bodies.with(unit, shrink(body, failsInside))));
        }
        return shortest;
    }

    private static List<Op> without(List<Op> list, int from, int to) {
        List<Op> rest = new ArrayList<>(list);
        rest.subList(from, to).clear();
        return rest;
    }

    private static List<Op> replaced(List<Op> list, int place, List<Op> by) {
        List<Op> changed = new ArrayList<>(list);
        changed.remove(place);
        changed.addAll(place, by);
        return changed;
    }
}
