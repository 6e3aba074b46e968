package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Handover;
import java.util.List;

/** Claims that are handed over, written down as made in the course of the create that hands them over. */
final class RecordingHandover implements Handover {

    private final Handover handover;
    private final Recording recording;

    RecordingHandover(Handover handover, Recording recording) {
        this.handover = handover;
        this.recording = recording;
    }

    @Override
    public Standing leave(ClaimRequest request, Taker taker) {
        Call.Claim call = new Call.Claim(request.worker(), request.queue(), request.types(), request.limit());
        return handover.leave(request, new Taker() {
            @Override
            public void take(List<Claim> claims) {
                if (!claims.isEmpty()) {
                    recording.also(
                            call, new Answer.Took(claims.stream().map(Taken::of).toList()));
                }
                taker.take(claims);
            }

            @Override
            public void doubt() {
                recording.also(call, null);
                taker.doubt();
            }
        });
    }
}
