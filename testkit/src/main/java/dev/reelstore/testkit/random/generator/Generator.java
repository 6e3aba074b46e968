package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.random.generator.Dice.Choice;
import dev.reelstore.testkit.random.operation.Advance;
import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.operation.UnitOp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Draws a sequence of operations from a seed: the same seed, the same sequence. */
public final class Generator {

    private static final int DEEPEST = 3;

    private final Dice dice;
    private final Values values;
    private final Ids ids;
    private final JobOps jobs;
    private final ClaimOps claims;
    private final MediaOps media;
    private final QualityOps qualities;
    private final FindingOps findings;
    private final JournalOps journal;

    private Generator(long seed, Instant start) {
        this.dice = new Dice(seed);
        this.values = new Values(dice, start);
        this.ids = new Ids(dice);
        this.jobs = new JobOps(dice, values, ids);
        this.claims = new ClaimOps(dice, values, ids);
        this.media = new MediaOps(dice, values, ids);
        this.qualities = new QualityOps(dice, values, ids);
        this.findings = new FindingOps(dice, values, ids, jobs);
        this.journal = new JournalOps(dice, values, ids);
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
        // Something to work on, so that what follows is not said of an empty store.
        Stream<Op> opening = Stream.of(generator.jobs.creations(), generator.claims.taking());
        return Stream.concat(opening, Stream.generate(() -> generator.next(0)))
                .limit(length)
                .toList();
    }

    private Op next(int depth) {
        return dice.weighted(List.of(
                new Choice<>(18, jobs::creation),
                new Choice<>(14, jobs::next),
                new Choice<>(32, claims::next),
                new Choice<>(9, this::advance),
                new Choice<>(3, media::nextOfChannels),
                new Choice<>(8, media::nextOfVideos),
                new Choice<>(12, qualities::next),
                new Choice<>(6, findings::next),
                new Choice<>(5, journal::next),
                new Choice<>(depth == DEEPEST ? 0 : 7, () -> unit(depth)),
                new Choice<>(depth == 0 ? 0 : 6, this::moment)));
    }

    private Op advance() {
        return new Advance(dice.of(
                Duration.ofSeconds(1 + dice.below(40)),
                Duration.ofSeconds(1 + dice.below(40)),
                Duration.ofMinutes(2),
                Duration.ofNanos(1_000)));
    }

    private Op unit(int depth) {
        List<Op> body = dice.many(6, () -> next(depth + 1));
        return dice.weighted(List.of(
                new Choice<>(4, () -> new UnitOp.Call(options(), body, end())),
                new Choice<>(3, () -> new UnitOp.Under(ids.claim(), body, end())),
                new Choice<>(2, () -> new UnitOp.Opened(options(), body, dice.percent(75))),
                new Choice<>(depth == 0 ? 0 : 8, () -> new UnitOp.Nested(body, end())),
                new Choice<>(depth == 0 ? 0 : 2, () -> new UnitOp.Beside(body))));
    }

    private UnitOptions options() {
        UnitOptions options =
                UnitOptions.DEFAULT.isolation(dice.percent(70) ? Isolation.READ_COMMITTED : dice.of(Isolation.class));
        return dice.percent(5) ? options.asReadOnly() : options;
    }

    private UnitOp.End end() {
        return dice.percent(60) ? UnitOp.End.RETURNS : dice.of(UnitOp.End.class);
    }

    private Op moment() {
        String name = dice.percent(90) ? dice.of("a", "b") : values.text(100);
        return dice.weighted(List.of(
                new Choice<Op>(5, () -> new UnitOp.Savepoint(name)),
                new Choice<Op>(3, () -> new UnitOp.RollbackTo(name)),
                new Choice<Op>(1, () -> new UnitOp.Release(name))));
    }
}
