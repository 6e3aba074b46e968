package dev.reelstore.cli.pipeline;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.JobContext;
import dev.reelstore.application.worker.WorkerSettings;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.unit.Stores;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What is written of a job while it is worked on: only as long as the claim holds, and carried over outages of the store. */
final class ClaimedWrites {

    private static final int PAUSE_MILLIS = 500;

    private final Reelstore reelstore;
    private final JobContext context;

    ClaimedWrites(Reelstore reelstore, JobContext context) {
        this.reelstore = reelstore;
        this.context = context;
    }

    /**
     * Does this in one commit.
     *
     * @param writes must be harmless to repeat: the commit may be in doubt
     * @throws IllegalStateException when the claim is lost
     */
    void write(Consumer<Stores> writes) {
        long patientUntil =
                System.nanoTime() + WorkerSettings.DEFAULT.patience().toNanos();
        while (true) {
            try {
                boolean held = reelstore
                        .<Boolean, RuntimeException>under(context.claim(), stores -> {
                            writes.accept(stores);
                            return true;
                        })
                        .done();
                if (!held) {
                    throw new IllegalStateException(
                            "job " + context.job().id() + " is no longer ours: its claim was lost");
                }
                return;
            } catch (StoreException away) {
                if (away.repeat() == Repeat.USELESS || context.stopped() || System.nanoTime() - patientUntil > 0) {
                    throw away;
                }
                pause(away);
            }
        }
    }

    private static void pause(StoreException away) {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
