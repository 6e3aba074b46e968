package dev.reelstore.adapter.inmemory;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a {@link Tree} from a border on, forwards or backwards.
 *
 * @param <E> the elements
 */
final class TreeWalk<E> implements Iterator<E> {

    private final boolean backwards;
    private @Nullable Step<E> next;

    /** @param inside true from the border on, in the direction of the walk */
    TreeWalk(@Nullable Node<E> root, Predicate<E> inside, boolean backwards) {
        this.backwards = backwards;
        Node<E> at = root;
        while (at != null) {
            if (inside.test(at.element())) {
                next = new Step<>(at, next);
                at = near(at);
            } else {
                at = far(at);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public E next() {
        Step<E> step = next;
        if (step == null) {
            throw new NoSuchElementException();
        }
        next = step.after();
        for (Node<E> at = far(step.node()); at != null; at = near(at)) {
            next = new Step<>(at, next);
        }
        return step.node().element();
    }

    private @Nullable Node<E> near(Node<E> at) {
        return backwards ? at.right() : at.left();
    }

    private @Nullable Node<E> far(Node<E> at) {
        return backwards ? at.left() : at.right();
    }

    private record Step<E>(Node<E> node, @Nullable Step<E> after) {}
}
