package dev.reelstore.application.worker;

import dev.reelstore.domain.job.Duty;
import java.util.Map;

/**
 * What a worker can do: fixed once it works.
 *
 * @param queue the queue that it takes jobs from
 * @param byType what to do with each type, at least one
 */
record Handlers(String queue, Map<String, Registration> byType) {

    /** @throws IllegalStateException when there is none */
    Handlers {
        byType = Map.copyOf(byType);
        if (byType.isEmpty()) {
            throw new IllegalStateException(
                    "worker on queue '" + queue + "' has no handler: call handle(type, handler) before it works");
        }
    }

    Duty duty() {
        return Duty.of(queue, byType.keySet());
    }

    Registration of(String type) {
        Registration registration = byType.get(type);
        if (registration == null) {
            throw new IllegalStateException("the store gave a job of type '" + type
                    + "', which was not asked for; asked for " + byType.keySet());
        }
        return registration;
    }
}
