package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.WorkerId;
import java.util.List;

/**
 * A claim as it is sent.
 *
 * @param request what is asked for
 * @param promoted what had become due was promoted just before; what was not is in other hands, and waited for by nobody
 * @param from only of jobs that stand here or behind
 */
record ClaimAttempt(ClaimRequest request, boolean promoted, QueuePlace from) {

    /** After what became due was promoted, among all. */
    static ClaimAttempt promoted(ClaimRequest request) {
        return new ClaimAttempt(request, true, QueuePlace.FIRST);
    }

    WorkerId worker() {
        return request.worker();
    }

    String queue() {
        return request.queue();
    }

    List<String> types() {
        return List.copyOf(request.types());
    }

    int limit() {
        return request.limit();
    }
}
