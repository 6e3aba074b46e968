package dev.reelstore.benchmarks.peers;

import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.benchmarks.BenchServer.Database;
import dev.reelstore.benchmarks.Payload;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.jobrunr.utils.mapper.JsonMapper;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;

/** JobRunr without its static entrance, which would keep a shutdown hook for each race. */
final class JobRunr implements AutoCloseable {

    static final String DONE = "SELECT count(*) FROM jobrunr_jobs WHERE state = 'SUCCEEDED'";
    static final String ALL = "SELECT count(*) FROM jobrunr_jobs";

    /** It refuses a shorter one. */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

    /** A job. Requests are stored as they are; a lambda would have its bytecode read each time. */
    record Encode(String parameters) implements JobRequest {

        @Override
        public Class<Handler> getJobRequestHandler() {
            return Handler.class;
        }
    }

    /** Does the jobs; called by reflection. */
    public static final class Handler implements JobRequestHandler<Encode> {

        private final Runnable body;

        Handler(Runnable body) {
            this.body = body;
        }

        /** With a name, or JobRunr would make one that repeats the parameters. */
        @Override
        @Job(name = "encode")
        public void run(Encode job) {
            body.run();
        }
    }

    private final HikariDataSource pool;
    private final JsonMapper json = new Jackson3JsonMapper();
    private final StorageProvider storage;

    private JobRunr(HikariDataSource pool) {
        this.pool = pool;
        this.storage = SqlStorageProviderFactory.using(pool);
        storage.setJobMapper(new JobMapper(json));
    }

    /** On an empty store. */
    static JobRunr open(Database database, int connections) throws SQLException {
        Stores.empty(database);
        JobRunr opened = new JobRunr(Stores.pool(database, connections));
        Stores.settle(database);
        return opened;
    }

    static JobRequest job() {
        return new Encode(Payload.JSON);
    }

    static Stream<JobRequest> jobs(int count) {
        return IntStream.range(0, count).mapToObj(i -> job());
    }

    JobRequestScheduler scheduler() {
        return new JobRequestScheduler(storage);
    }

    /** Not started yet. */
    BackgroundJobServer server(int workers, Runnable handler) {
        return new BackgroundJobServer(
                storage,
                json,
                new Activator(new Handler(handler)),
                BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andPollInterval(POLL_INTERVAL)
                        .andWorkerCount(workers));
    }

    @Override
    public void close() {
        storage.close();
        pool.close();
    }

    private record Activator(Handler handler) implements JobActivator {

        @Override
        public <T> T activateJob(Class<T> type) {
            return type.cast(handler);
        }
    }
}
