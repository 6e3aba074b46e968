package dev.reelstore.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class TreeTest {

    @Test
    void holdsWhatASortedSetHoldsAfterAnyChanges() {
        SplittableRandom random = new SplittableRandom(7);
        Tree<Integer> tree = Tree.sortedBy(Integer::compare);
        TreeSet<Integer> expected = new TreeSet<>();
        for (int step = 0; step < 20_000; step++) {
            int value = random.nextInt(500);
            if (random.nextInt(3) > 0) {
                tree = tree.with(value);
                expected.add(value);
            } else {
                tree = tree.without(value);
                expected.remove(value);
            }
            int border = random.nextInt(500);
            assertThat(tree.size()).isEqualTo(expected.size());
            assertThat(tree.find(element -> element - border)).isEqualTo(expected.contains(border) ? border : null);
            assertThat(tree.first(element -> element > border)).isEqualTo(expected.higher(border));
            if (step % 500 == 0) {
                assertThat(tree.ascending(element -> element >= border))
                        .containsExactlyElementsOf(expected.tailSet(border));
                assertThat(tree.descending(element -> element <= border))
                        .containsExactlyElementsOf(
                                expected.headSet(border, true).descendingSet());
            }
        }
    }

    @Test
    void anOlderTreeIsNotChangedByANewerOne() {
        Tree<String> old =
                Tree.sortedBy(Comparator.<String>naturalOrder()).with("a").with("b");

        Tree<String> changed = old.without("a").with("c");

        assertThat(old.ascending(any -> true)).containsExactly("a", "b");
        assertThat(changed.ascending(any -> true)).containsExactly("b", "c");
    }

    @Test
    void staysFlatWhenElementsComeInOrder() {
        Node<Integer> root = null;
        for (int value = 0; value < 100_000; value++) {
            root = Node.insert(root, value, Comparator.naturalOrder());
        }

        assertThat(root).isNotNull();
        assertThat(root.height()).isLessThanOrEqualTo(24);
    }
}
