package dev.reelstore.testkit.random.generator;

import dev.reelstore.testkit.random.generator.Dice.Choice;
import dev.reelstore.testkit.random.operation.Advance;
import dev.reelstore.testkit.random.operation.Op;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Draws a sequence of operations from a seed: the same seed, the same sequence. Each sequence does some things much more
 * often than others, and some hardly at all, so that all together go deeper than if each did a little of everything.
 */
public final class Generator {

    private static final int DEEPEST = 3;
    private static final List<Integer> INCLINATIONS = List.of(0, 1, 1, 2, 5);

    private final Dice dice;
    private final JobOps jobs;
    private final ClaimOps claims;
    private final VideoOps videos;
    private final UnitOps units;
    private final List<Choice<Op>> everywhere;
    private final int unitWeight;

    private Generator(long seed, Instant start) {
        this.dice = new Dice(seed);
        Ids ids = new Ids(dice);
        Values values = new Values(dice, start);
        this.jobs = new JobOps(dice, values, ids);
        JournalOps journal = new JournalOps(dice, values, ids);
        this.claims = new ClaimOps(dice, values, ids, journal);
        this.videos = new VideoOps(dice, values, ids);
        this.units = new UnitOps(dice, values, ids);
        QualityOps qualities = new QualityOps(dice, values, ids);
        FindingOps findings = new FindingOps(dice, values, ids, jobs);
        ChannelOps channels = new ChannelOps(dice, values, ids);
        this.everywhere = List.of(
                new Choice<>(25, jobs::creation),
                inclined(14, jobs::next),
                inclined(40, claims::next),
                new Choice<>(9, this::advance),
                inclined(3, channels::next),
                inclined(8, videos::next),
                inclined(12, qualities::next),
                inclined(6, findings::next),
                inclined(5, journal::next));
        this.unitWeight = 7 * dice.of(INCLINATIONS);
    }

    private Choice<Op> inclined(int weight, Supplier<Op> drawn) {
        return new Choice<>(weight * dice.of(INCLINATIONS), drawn);
    }

    /**
     * A sequence.
     *
     * @param seed any number
     * @param length how many operations; those inside of units are not counted
     * @param start at what time of the store it begins
     */
    public static List<Op> sequence(long seed, int length, Instant start) {
        Generator generator = new Generator(seed, start);
        return Stream.concat(generator.opening(), Stream.generate(() -> generator.next(0)))
                .limit(length)
                .toList();
    }

    /** Something to work on, so that what follows is not said of an empty store. */
    private Stream<Op> opening() {
        return Stream.of(videos.drafts(), jobs.creations(), claims.taking());
    }

    private Op next(int depth) {
        Choice<Op> moment = new Choice<>(depth == 0 ? 0 : 16, units::moment);
        Choice<Op> unit =
                new Choice<>(depth == DEEPEST ? 0 : unitWeight, () -> units.unit(depth > 0, () -> next(depth + 1)));
        return dice.weighted(
                Stream.concat(everywhere.stream(), Stream.of(moment, unit)).toList());
    }

    private Op advance() {
        return new Advance(dice.of(
                Duration.ofSeconds(1 + dice.below(40)),
                Duration.ofSeconds(1 + dice.below(40)),
                Duration.ofMinutes(2),
                Duration.ofNanos(1_000)));
    }
}
