package dev.reelstore.fire.campaign;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Stores;
import java.util.List;
import java.util.stream.Stream;

/** Takes jobs all the way from their creation to their end, in a queue to which no worker looks, and books it. For one thread. */
public final class ByHand {

    private static final String QUEUE = "by hand";

    private final Stores stores;
    private final Ledger ledger;
    private final WorkerId worker = WorkerId.next();
    private int rounds;

    public ByHand(Pipeline pipeline) {
        this.stores = pipeline.persistence();
        this.ledger = pipeline.ledger();
    }

    /** Ends so many jobs at once. */
    public void end(int number) {
        String key = "by-hand-" + ++rounds;
        List<NewJob> jobs = Stream.generate(() -> Load.job(Handlers.PLAIN, key).queue(QUEUE))
                .limit(number)
                .toList();
        ledger.call(key, number, () -> stores.jobs().createAll(jobs));
        List<Claim> claims = stores.claims()
                .claim(ClaimRequest.of(worker, QUEUE, List.of(Handlers.PLAIN)).limit(number));
        claims.forEach(ledger::claimed);
        List<Settlement> settlements = stores.claims()
                .completeAll(claims.stream()
                        .map(claim -> new Completion(claim, null))
                        .toList());
        for (int i = 0; i < claims.size(); i++) {
            ledger.settled(claims.get(i), settlements.get(i));
        }
    }
}
