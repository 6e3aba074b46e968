package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.WorkerId;
import java.util.List;

/**
 * A claim as a transaction of its own.
 *
 * @param request what is asked for
 * @param promoted what had become due was promoted just before; what was not is in other hands, and waited for by nobody
 */
record ClaimAttempt(ClaimRequest request, boolean promoted) {

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
