package dev.reelstore.testkit.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.random.generator.Generator;
import dev.reelstore.testkit.random.model.ModelStore;
import dev.reelstore.testkit.random.operation.Ground;
import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.shrinking.Bodies;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GeneratorTest {

    @Test
    void aSeedGivesTheSameSequenceAgainAndAnotherGivesAnother() {
        assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
    }

    @Test
    void everyKindOfOperationIsDrawn() {
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            drawn(seed).forEach(op -> collect(op, kinds));
        }

        assertThat(kinds).containsAll(leaves(Op.class).toList());
    }

    @Test
    void whatIsAskedUnderClaimsIsOftenDoneAndOftenStale() {
        int done = 0;
        int stale = 0;
        for (long seed = 0; seed < 100; seed++) {
            ModelStore model = new ModelStore();
            model.begin(RandomOperations.START);
            Ground ground = Ground.of(model);
            for (Op op : drawn(seed)) {
                String answer = ground.answer(op).toString();
                done += answer.equals("DONE") ? 1 : 0;
                stale += answer.equals("STALE") ? 1 : 0;
            }
        }

        assertThat(done).isGreaterThan(100);
        assertThat(stale).isGreaterThan(100);
    }

    private static List<Op> drawn(long seed) {
        return Generator.sequence(seed, 60, RandomOperations.START);
    }

    private static void collect(Op op, Set<Class<?>> kinds) {
        kinds.add(op.getClass());
        Bodies.of(op).forEach(inner -> collect(inner, kinds));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(GeneratorTest::leaves)
                : Stream.of(type);
    }
}
