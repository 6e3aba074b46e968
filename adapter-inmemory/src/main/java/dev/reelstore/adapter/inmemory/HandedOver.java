package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StandingRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one create hands over to a worker, if one has asked for it. For one thread. */
final class HandedOver {

    private @Nullable StandingRequest request;
    private List<Claim> claims = List.of();

    /** In the transaction of the create, after it. */
    void claim(Overlay overlay, NewJob job) {
        request = overlay.request(job).orElse(null);
        if (request != null) {
            claims = Claiming.claimUnderLease(overlay, request.claims());
        }
    }

    /**
     * After the call, however it ended.
     *
     * @param well whether it answered; where it threw, that may have been after its commit
     */
    void tell(boolean well) {
        if (request == null) {
            return;
        }
        if (well) {
            request.answer(claims);
        } else {
            request.doubt();
        }
    }
}
