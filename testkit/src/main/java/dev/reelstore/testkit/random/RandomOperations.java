package dev.reelstore.testkit.random;

import dev.reelstore.testkit.random.generator.Generator;
import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.operation.Subject;
import dev.reelstore.testkit.random.shrinking.JavaText;
import dev.reelstore.testkit.random.shrinking.Shrinker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run of random sequences of operations on one store, which has to answer as the model does. Sequence number {@code n} of
 * a run is drawn from the run's seed plus {@code n}, so that one of them can be run alone by its own seed.
 *
 * @param sequences how many
 * @param length how many operations each has; those inside of units are not counted
 * @param seed of the first
 */
public record RandomOperations(int sequences, int length, long seed) {

    /** How many sequences, whatever the test says. */
    public static final String SEQUENCES = "reelstore.random.sequences";

    /** The seed of the first sequence; a number. */
    public static final String SEED = "reelstore.random.seed";

    /** When each sequence begins, in the store's time: later than any server that it runs on was started. */
    public static final Instant START = Instant.parse("2040-01-01T00:00:00Z");

    private static final long DEFAULT_SEED = 20_401;

    /** A run of so many sequences, unless {@value #SEQUENCES} and {@value #SEED} say otherwise. */
    public static RandomOperations sequences(int number) {
        return new RandomOperations(Integer.getInteger(SEQUENCES, number), 60, Long.getLong(SEED, DEFAULT_SEED));
    }

    /** The same with sequences of this length. */
    public RandomOperations of(int operations) {
        return new RandomOperations(sequences, operations, seed);
    }

    /** The same from this seed on. */
    public RandomOperations seed(long first) {
        return new RandomOperations(sequences, length, first);
    }

    /**
     * Runs them, and prints the seed and what was done.
     *
     * @param name what the store is called in what is printed
     * @throws AssertionError at the first difference: with the seed of its sequence, and with as few operations as show it
     */
    public void on(String name, Subject store) {
        System.out.println(
                "random operations on " + name + ": " + sequences + " sequences of " + length + ", seed " + seed);
        long begun = System.nanoTime();
        for (int number = 0; number < sequences; number++) {
            run(name, store, seed + number);
        }
        System.out.println(
                "random operations on " + name + ": " + (long) sequences * length + " without a difference in "
                        + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
    }

    private void run(String name, Subject store, long one) {
        List<Op> ops = Generator.sequence(one, length, START);
        if (difference(ops, store).isPresent()) {
            Failing failing = shrunk(ops, store);
            throw new AssertionError("random operations, seed " + one + " (-D" + SEED + "=" + one + " -D" + SEQUENCES
                    + "=1, sequences of " + length + "): " + name + " differs from what the ports promise. "
                    + failing.ops().size() + " of " + length + " operations are enough:\n" + failing.difference()
                    + "\n\n" + JavaText.classOf("Failing", failing.ops()));
        }
    }

    /**
     * Runs a list of operations, such as a failure has printed.
     *
     * @return where the store differs first, or empty
     */
    public static Optional<Difference> difference(List<Op> ops, Subject store) {
        return Comparison.of(ops, store, START);
    }

    /**
     * The first sequence of this run that shows a difference, made short; or empty.
     *
     * @param store where they run
     */
    public Optional<Failing> firstFailing(Subject store) {
        for (int number = 0; number < sequences; number++) {
            List<Op> ops = Generator.sequence(seed + number, length, START);
            if (difference(ops, store).isPresent()) {
                return Optional.of(shrunk(ops, store));
            }
        }
        return Optional.empty();
    }

    private static Failing shrunk(List<Op> ops, Subject store) {
        List<Op> few = Shrinker.shrink(ops, some -> difference(some, store).isPresent());
        return difference(few, store)
                .map(difference -> new Failing(few, difference))
                .orElseThrow(() -> new AssertionError("a difference came and went: the store is not the same twice"));
    }

    /**
     * A short list of operations that shows a difference.
     *
     * @param ops the operations
     * @param difference what they show
     */
    public record Failing(List<Op> ops, Difference difference) {}
}
