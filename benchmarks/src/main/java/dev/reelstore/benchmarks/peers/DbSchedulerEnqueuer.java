package dev.reelstore.benchmarks.peers;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.benchmarks.Orders;
import java.time.Instant;

/** A process of its own that creates a task at each order, and says when its commit returned. */
final class DbSchedulerEnqueuer {

    private DbSchedulerEnqueuer() {}

    /** @param arguments the URL of the database */
    public static void main(String[] arguments) throws Exception {
        OneTimeTask<String> task = DbScheduler.task(() -> {});
        try (HikariDataSource pool = Stores.pool(arguments[0], 1)) {
            SchedulerClient client = DbScheduler.client(pool, task);
            Orders.say("ready");
            while (true) {
                Orders.next();
                client.scheduleIfNotExists(DbScheduler.instance(task), Instant.now());
                Orders.say(System.nanoTime());
            }
        }
    }
}
