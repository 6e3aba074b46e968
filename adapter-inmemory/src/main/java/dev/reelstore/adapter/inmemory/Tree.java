package dev.reelstore.adapter.inmemory;

import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A sorted set that never changes: adding and removing give a new one that shares all but one path with the old, so that
 * both cost O(log n) and a reader needs no lock. A balanced (AVL) tree.
 *
 * @param <E> its elements; two that compare as equal are the same element
 */
final class Tree<E> {

    private final Comparator<E> order;
    private final @Nullable Node<E> root;

    private Tree(Comparator<E> order, @Nullable Node<E> root) {
        this.order = order;
        this.root = root;
    }

    static <E> Tree<E> sortedBy(Comparator<E> order) {
        return new Tree<>(order, null);
    }

    int size() {
        return Node.size(root);
    }

    boolean isEmpty() {
        return root == null;
    }

    /** With this element, which takes the place of the one that is equal to it. */
    Tree<E> with(E element) {
        return new Tree<>(order, Node.insert(root, element, order));
    }

    /** Without the element that is equal to this one. */
    Tree<E> without(E element) {
        Node<E> rest = Node.remove(root, element, order);
        return rest == root ? this : new Tree<>(order, rest);
    }

    /**
     * The element that is sought, or null.
     *
     * @param place compares an element with what is sought: negative where the element comes before it
     */
    @Nullable
    E find(ToIntFunction<E> place) {
        Node<E> at = root;
        while (at != null) {
            int side = place.applyAsInt(at.element());
            if (side == 0) {
                return at.element();
            }
            at = side < 0 ? at.right() : at.left();
        }
        return null;
    }

    /**
     * The first element that is beyond a border, or null.
     *
     * @param beyond false up to some element, true from there on
     */
    @Nullable
    E first(Predicate<E> beyond) {
        E found = null;
        Node<E> at = root;
        while (at != null) {
            if (beyond.test(at.element())) {
                found = at.element();
                at = at.left();
            } else {
                at = at.right();
            }
        }
        return found;
    }

    /** The elements from the first that is beyond a border. */
    Iterable<E> ascending(Predicate<E> beyond) {
        return () -> walk(beyond, false);
    }

    /** The elements from the last that is before a border, going back. */
    Iterable<E> descending(Predicate<E> before) {
        return () -> walk(before, true);
    }

    private Iterator<E> walk(Predicate<E> inside, boolean backwards) {
        return new TreeWalk<>(root, inside, backwards);
    }
}
