package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.WorkerId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A request that was left for a worker, and what came of it. */
final class Handed implements Handover.Taker {

    private final WorkerId worker;
    private final Consumer<List<Claim>> also;
    private final List<List<Claim>> answers = new CopyOnWriteArrayList<>();
    private final Handover.Standing standing;

    private Handed(Persistence store, WorkerId worker, Consumer<List<Claim>> also) {
        this.worker = worker;
        this.also = also;
        this.standing = store.handover().leave(Given.request(worker), this);
    }

    /** For a new worker that has a lease. */
    static Handed left(Persistence store) {
        return left(store, claims -> {});
    }

    /** The same, and the answer goes there, too. */
    static Handed left(Persistence store, Consumer<List<Claim>> also) {
        WorkerId worker = WorkerId.next();
        store.claims()
                .heartbeat(new HeartbeatRequest(
                        worker,
                        Given.LEASE,
                        List.of(),
                        List.of(),
                        Given.request(worker).duty()));
        return new Handed(store, worker, also);
    }

    /** For this worker, whether it has a lease or not. */
    static Handed left(Persistence store, WorkerId worker) {
        return new Handed(store, worker, claims -> {});
    }

    WorkerId worker() {
        return worker;
    }

    Handover.Standing standing() {
        return standing;
    }

    boolean answered() {
        return !answers.isEmpty();
    }

    /** The only answer. */
    List<Claim> claims() {
        assertThat(answers).as("the answers to one request").hasSize(1);
        return answers.get(0);
    }

    /** The only claim of the only answer. */
    Claim only() {
        assertThat(claims()).hasSize(1);
        return claims().get(0);
    }

    @Override
    public void take(List<Claim> claims) {
        answers.add(claims);
        also.accept(claims);
    }

    @Override
    public void doubt() {
        throw new AssertionError("the outcome of a commit is unknown");
    }
}
