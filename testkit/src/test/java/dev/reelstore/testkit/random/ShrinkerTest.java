package dev.reelstore.testkit.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.random.operation.Advance;
import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.operation.UnitOp;
import dev.reelstore.testkit.random.operation.UnitOp.End;
import dev.reelstore.testkit.random.shrinking.Bodies;
import dev.reelstore.testkit.random.shrinking.Shrinker;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ShrinkerTest {

    private static final Op ONE = new Advance(Duration.ofSeconds(1_001));
    private static final Op OTHER = new Advance(Duration.ofSeconds(1_002));

    @Test
    void onlyWhatTheFailureNeedsIsLeftInItsOrder() {
        List<Op> failing = Stream.of(filler(17), Stream.of(ONE), filler(30), Stream.of(OTHER), filler(9))
                .flatMap(ops -> ops)
                .toList();

        assertThat(Shrinker.shrink(failing, ops -> ops.indexOf(OTHER) > ops.indexOf(ONE) && ops.contains(ONE)))
                .containsExactly(ONE, OTHER);
    }

    @Test
    void whatTheUnitIsNotNeededForIsTakenOutOfIt() {
        List<Op> failing = List.of(
                unit(List.of(unit(Stream.concat(filler(5), Stream.of(ONE)).toList()))));

        assertThat(Shrinker.shrink(failing, ops -> flat(ops).anyMatch(ONE::equals)))
                .containsExactly(ONE);
    }

    @Test
    void whatHasToBeInAUnitStaysInItAlone() {
        List<Op> failing = Stream.concat(
                        filler(5),
                        Stream.of(unit(Stream.concat(filler(5), Stream.of(ONE)).toList())))
                .toList();

        assertThat(Shrinker.shrink(
                        failing,
                        ops -> ops.stream().anyMatch(op -> Bodies.of(op).contains(ONE))))
                .containsExactly(unit(List.of(ONE)));
    }

    private static Stream<Op> filler(int number) {
        return IntStream.range(0, number).mapToObj(second -> new Advance(Duration.ofSeconds(second)));
    }

    private static Op unit(List<Op> body) {
        return new UnitOp.Call(UnitOptions.DEFAULT, body, End.RETURNS);
    }

    private static Stream<Op> flat(List<Op> ops) {
        return ops.stream().flatMap(op -> Stream.concat(Stream.of(op), flat(Bodies.of(op))));
    }
}
