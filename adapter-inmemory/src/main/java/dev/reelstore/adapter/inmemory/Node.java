package dev.reelstore.adapter.inmemory;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A node of a {@link Tree}: the heights of its two sides differ by one at most.
 *
 * @param <E> the elements
 */
record Node<E>(@Nullable Node<E> left, E element, @Nullable Node<E> right, int height, int size) {

    static int size(@Nullable Node<?> node) {
        return node == null ? 0 : node.size;
    }

    static <E> Node<E> insert(@Nullable Node<E> at, E element, Comparator<E> order) {
        if (at == null) {
            return join(null, element, null);
        }
        int side = order.compare(element, at.element);
        if (side < 0) {
            return balance(insert(at.left, element, order), at.element, at.right);
        }
        if (side > 0) {
            return balance(at.left, at.element, insert(at.right, element, order));
        }
        return join(at.left, element, at.right);
    }

    /** The same node where there is no such element. */
    static <E> @Nullable Node<E> remove(@Nullable Node<E> at, E element, Comparator<E> order) {
        if (at == null) {
            return null;
        }
        int side = order.compare(element, at.element);
        if (side < 0) {
            Node<E> rest = remove(at.left, element, order);
            return rest == at.left ? at : balance(rest, at.element, at.right);
        }
        if (side > 0) {
            Node<E> rest = remove(at.right, element, order);
            return rest == at.right ? at : balance(at.left, at.element, rest);
        }
        if (at.left == null || at.right == null) {
            return at.left == null ? at.right : at.left;
        }
        return balance(at.left, smallest(at.right), withoutSmallest(at.right));
    }

    private static <E> E smallest(Node<E> from) {
        Node<E> at = from;
        while (at.left != null) {
            at = at.left;
        }
        return at.element;
    }

    private static <E> @Nullable Node<E> withoutSmallest(Node<E> at) {
        return at.left == null ? at.right : balance(withoutSmallest(at.left), at.element, at.right);
    }

    /** Joins sides whose heights differ by two at most. */
    private static <E> Node<E> balance(@Nullable Node<E> left, E element, @Nullable Node<E> right) {
        int lean = height(left) - height(right);
        if (left != null && lean > 1) {
            Node<E> inner = left.right;
            if (inner != null && inner.height > height(left.left)) {
                return join(
                        join(left.left, left.element, inner.left), inner.element, join(inner.right, element, right));
            }
            return join(left.left, left.element, join(inner, element, right));
        }
        if (right != null && lean < -1) {
            Node<E> inner = right.left;
            if (inner != null && inner.height > height(right.right)) {
                return join(
                        join(left, element, inner.left), inner.element, join(inner.right, right.element, right.right));
            }
            return join(join(left, element, inner), right.element, right.right);
        }
        return join(left, element, right);
    }

    private static <E> Node<E> join(@Nullable Node<E> left, E element, @Nullable Node<E> right) {
        return new Node<>(
                left, element, right, Math.max(height(left), height(right)) + 1, size(left) + size(right) + 1);
    }

    private static int height(@Nullable Node<?> node) {
        return node == null ? 0 : node.height;
    }
}
