package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a worker is there for: the types of jobs that it has handlers for, in one queue.
 *
 * @param queue from this queue
 * @param types only of these types, at least one, each once and in order
 */
public record Duty(String queue, List<String> types) {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public Duty {
        queue = NewJob.checkQueue(queue);
        Set<String> sorted = new TreeSet<>();
        for (String type : Check.<String>all("claimed types", types)) {
            sorted.add(NewJob.checkType(type));
        }
        types = List.copyOf(sorted);
        Check.range("number of claimed types", types.size(), 1, 1_000);
    }

    /** These types in this queue. */
    public static Duty of(String queue, Collection<String> types) {
        return new Duty(queue, List.copyOf(types));
    }
}
