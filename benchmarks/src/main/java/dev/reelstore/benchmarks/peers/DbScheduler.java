package dev.reelstore.benchmarks.peers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Payload;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** db-scheduler as its documents say it is fastest. */
final class DbScheduler {

    static final String LEFT = "SELECT count(*) FROM scheduled_tasks";

    /** Without the priority, which is opt-in: one index less to keep. */
    private static final String TABLE = """
            CREATE TABLE scheduled_tasks (
              task_name text NOT NULL,
              task_instance text NOT NULL,
              task_data bytea,
              execution_time timestamptz NOT NULL,
              picked boolean NOT NULL,
              picked_by text,
              last_success timestamptz,
              last_failure timestamptz,
              consecutive_failures int,
              last_heartbeat timestamptz,
              version bigint NOT NULL,
              PRIMARY KEY (task_name, task_instance))""";

    private DbScheduler() {}

    static void prepare(Database database) throws SQLException {
        Stores.empty(database);
        database.execute(
                TABLE,
                "CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)",
                "CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)");
        Stores.settle(database);
    }

    static OneTimeTask<String> task(Runnable handler) {
        return Tasks.oneTime("encode", String.class).execute((instance, context) -> handler.run());
    }

    static TaskInstance<String> instance(OneTimeTask<String> task) {
        return task.instance(UUID.randomUUID().toString(), Payload.JSON);
    }

    static List<TaskInstance<?>> instances(OneTimeTask<String> task, int count) {
        List<TaskInstance<?>> instances = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            instances.add(instance(task));
        }
        return instances;
    }

    static SchedulerClient client(DataSource pool, OneTimeTask<String> task) {
        return SchedulerClient.Builder.create(pool, task)
                .serializer(new Bytes())
                .build();
    }

    static SchedulerBuilder scheduler(DataSource pool, OneTimeTask<String> task, int threads) {
        return Scheduler.create(pool, task)
                .serializer(new Bytes())
                .threads(threads)
                .pollUsingLockAndFetch(1.0, 4.0);
    }

    /** The payload as it is: Java's own serialization would cost more. */
    private static final class Bytes implements Serializer {

        @Override
        public byte[] serialize(Object data) {
            return data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            return type.cast(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
