package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.failure.InvalidDataException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws from one seed. Used by one thread. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to below this. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True in so many of a hundred. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(List<T> some) {
        return some.get(below(some.size()));
    }

    @SafeVarargs
    final <T> T of(T... some) {
        return some[below(some.length)];
    }

    <E extends Enum<E>> E of(Class<E> type) {
        return of(type.getEnumConstants());
    }

    /** Each constant as likely as not; in one of three draws, none. */
    <E extends Enum<E>> Set<E> some(Class<E> type) {
        EnumSet<E> some = EnumSet.noneOf(type);
        if (!percent(33)) {
            for (E constant : type.getEnumConstants()) {
                if (percent(40)) {
                    some.add(constant);
                }
            }
        }
        return some;
    }

    <T> @Nullable T orNull(int chance, Supplier<T> value) {
        return percent(chance) ? value.get() : null;
    }

    /** From none to this many. */
    <T> List<T> many(int most, Supplier<? extends T> one) {
        List<T> many = new ArrayList<>();
        for (int left = below(most + 1); left > 0; left--) {
            many.add(one.get());
        }
        return many;
    }

    /** As {@link #many}, each once. */
    <T> List<T> distinct(int most, Supplier<? extends T> one) {
        return new ArrayList<>(new LinkedHashSet<>(many(most, one)));
    }

    /** What a rule of the domain refuses is drawn again; what it lets pass may still be odd. */
    <T> T accepted(Supplier<T> drawn) {
        while (true) {
            try {
                return drawn.get();
            } catch (InvalidDataException refused) {
                // refused before any store could see it, and alike everywhere
            }
        }
    }

    /** One of these, as often as its weight says. */
    <T> T weighted(List<Choice<T>> choices) {
        int sum = choices.stream().mapToInt(Choice::weight).sum();
        int left = below(sum);
        for (Choice<T> choice : choices) {
            left -= choice.weight();
            if (left < 0) {
                return choice.drawn().get();
            }
        }
        throw new IllegalStateException("no choice among " + choices);
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** One of several things that may be drawn. */
    record Choice<T>(int weight, Supplier<? extends T> drawn) {}
}
