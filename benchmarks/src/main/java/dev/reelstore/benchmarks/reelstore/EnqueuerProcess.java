package dev.reelstore.benchmarks.reelstore;

import dev.reelstore.application.Reelstore;
import dev.reelstore.benchmarks.Orders;

/** A process of its own that creates a job at each order, and says when its commit returned. */
final class EnqueuerProcess {

    private EnqueuerProcess() {}

    /** @param arguments the URL of the database */
    public static void main(String[] arguments) throws Exception {
        try (Reelstore reelstore = ReelstoreContestant.open(arguments[0])) {
            Orders.say("ready");
            while (true) {
                Orders.next();
                reelstore.jobs().create(Stocks.job());
                Orders.say(System.nanoTime());
            }
        }
    }
}
