package dev.reelstore.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The last few of something, to take one of at random. Safe from any thread. */
final class Recent<T> {

    private final int most;
    private final List<T> kept = new ArrayList<>();

    Recent(int most) {
        this.most = most;
    }

    synchronized void add(T one) {
        kept.add(one);
        if (kept.size() > most) {
            kept.remove(0);
        }
    }

    synchronized Optional<T> any(SplittableRandom random) {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(random.nextInt(kept.size())));
    }

    synchronized List<T> all() {
        return List.copyOf(kept);
    }
}
