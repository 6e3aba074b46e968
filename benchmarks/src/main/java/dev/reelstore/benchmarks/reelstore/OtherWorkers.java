package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.WorkerId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Workers that are busy with jobs which take long: they hold them and say so every second. */
final class OtherWorkers implements AutoCloseable {

    private static final int WORKERS = 16;

    private final Reelstore reelstore;
    private final List<HeartbeatRequest> beats;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> beating;

    private OtherWorkers(Reelstore reelstore, List<HeartbeatRequest> beats) {
        this.reelstore = reelstore;
        this.beats = beats;
        this.beating = heart.scheduleAtFixedRate(this::mustHoldAll, 0, 1, TimeUnit.SECONDS);
    }

    /** They claim so many jobs, all alike. */
    static OtherWorkers holding(Reelstore reelstore, int jobs) {
        List<HeartbeatRequest> beats = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            WorkerId worker = WorkerId.next();
            List<Claim> held = reelstore
                    .claims()
                    .claim(ClaimRequest.of(worker, NewJob.DEFAULT_QUEUE, List.of(Stocks.TYPE))
                            .limit(jobs / WORKERS));
            beats.add(HeartbeatRequest.of(worker, ClaimRequest.DEFAULT_LEASE, held));
        }
        return new OtherWorkers(reelstore, beats);
    }

    /** One heartbeat of each. */
    void mustHoldAll() {
        for (HeartbeatRequest beat : beats) {
            int lost = reelstore.claims().heartbeat(beat).lost().size();
            if (lost > 0) {
                throw new IllegalStateException(lost + " claims are lost");
            }
        }
    }

    @Override
    public void close() throws Exception {
        boolean failed = beating.isDone();
        heart.shutdown();
        heart.awaitTermination(10, TimeUnit.SECONDS);
        if (failed) {
            beating.get();
        }
    }
}
