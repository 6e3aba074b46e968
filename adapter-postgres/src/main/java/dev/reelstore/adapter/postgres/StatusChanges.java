package dev.reelstore.adapter.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Statuses to be set, as one list per column.
 *
 * @param ids of what
 * @param statuses in the order of the ids
 */
record StatusChanges(List<UUID> ids, List<Enum<?>> statuses) {

    static <K> StatusChanges of(Map<K, ? extends Enum<?>> changes, Function<K, UUID> id) {
        return new StatusChanges(changes.keySet().stream().map(id).toList(), new ArrayList<>(changes.values()));
    }
}
