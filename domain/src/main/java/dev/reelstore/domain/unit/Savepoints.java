package dev.reelstore.domain.unit;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.value.Check;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of a unit's savepoints, for whoever implements {@link Unit}: so that every store reads them alike. A body
 * (of the unit, of a call that joins it, of nested work) sees only the names that it set itself. Used by one thread.
 *
 * @param <P> what a store goes back to
 */
public final class Savepoints<P> {

    private record Named<P>(String name, P point) {}

    private final List<Named<P>> set = new ArrayList<>();
    private int floor;

    /** Begins the names of one more body; the answer is for {@link #leave}. */
    public int enter() {
        int outer = floor;
        floor = set.size();
        return outer;
    }

    /** Forgets the names of the innermost body. */
    public void leave(int outer) {
        forgetFrom(floor);
        floor = outer;
    }

    /** Adds one; it hides an earlier one of the same name. */
    public void set(String name, P point) {
        set.add(new Named<>(checkName(name), point));
    }

    /** The latest of this name, which stays; all that were set after it are forgotten. */
    public P rollBackTo(String name) {
        int place = place(name);
        forgetFrom(place + 1);
        return set.get(place).point();
    }

    /** The latest of this name, which is forgotten with all that were set after it. */
    public P release(String name) {
        int place = place(name);
        P point = set.get(place).point();
        forgetFrom(place);
        return point;
    }

    /** The name, refused when it breaks the rule of {@link Unit#savepoint}. */
    public static String checkName(String name) {
        return Check.text("savepoint name", name, 100);
    }

    private int place(String name) {
        checkName(name);
        for (int place = set.size() - 1; place >= floor; place--) {
            if (set.get(place).name().equals(name)) {
                return place;
            }
        }
        throw new StoreOperationException(
                "there is no savepoint '" + name
                        + "' here: it was not set in this body, or has been released or undone",
                Repeat.USELESS,
                null);
    }

    private void forgetFrom(int place) {
        set.subList(place, set.size()).clear();
    }
}
