package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A wish for work.
 *
 * @param worker the process that asks
 * @param queue from this queue
 * @param types only of these types, at least one
 * @param limit at most this many, 1 to 1000
 * @param lease for how long the worker's claims hold without a heartbeat, 1 ms to 36500 days
 */
public record ClaimRequest(WorkerId worker, String queue, List<String> types, int limit, Duration lease) {

    /** How long a lease holds when nothing else is said. */
    public static final Duration DEFAULT_LEASE = Duration.ofSeconds(20);

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public ClaimRequest {
        Check.present("worker id", worker);
        Duty duty = new Duty(queue, types);
        queue = duty.queue();
        types = duty.types();
        Check.range("claim limit", limit, 1, 1_000);
        lease = Check.positive("lease", lease);
    }

    /** One job of these types under the default lease. */
    public static ClaimRequest of(WorkerId worker, String queue, Collection<String> types) {
        return new ClaimRequest(worker, queue, List.copyOf(types), 1, DEFAULT_LEASE);
    }

    /** What the worker asks for, whenever it asks. */
    public Duty duty() {
        return new Duty(queue, types);
    }

    /** The same for at most this many. */
    public ClaimRequest limit(int value) {
        return new ClaimRequest(worker, queue, types, value, lease);
    }

    /** The same under a lease of this length. */
    public ClaimRequest lease(Duration value) {
        return new ClaimRequest(worker, queue, types, limit, value);
    }
}
