package dev.reelstore.cli.bench;

import dev.reelstore.adapter.postgres.tables.SqlGateway;
import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.unit.Stores;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;

/**
 * What nothing on this server can be faster than, whatever it does; half of the requests took at most so long.
 *
 * @param roundTripMicros one {@code SELECT 1}
 * @param commitMicros one row written, and committed as the settings ask
 * @param flushMicros the part of that for which the commit waited
 */
public record Ground(double roundTripMicros, double commitMicros, double flushMicros) {

    private static final String STAGE = "bench";
    private static final String NO_WAIT = "off";

    /** @param job to whose journal rows are written */
    static Ground of(Reelstore reelstore, SqlGateway tables, JobId job, ServerSettings settings, Duration time) {
        double roundTrip = roundTrip(tables, time.dividedBy(3));
        List<Timings> commits = Timings.ofEach(
                time.multipliedBy(2).dividedBy(3),
                List.<Timings.Once<RuntimeException>>of(
                        () -> write(reelstore, job),
                        () -> write(reelstore, tables, job, settings.synchronousCommit()),
                        () -> write(reelstore, tables, job, NO_WAIT)));
        double flush = commits.get(1).median() - commits.get(2).median();
        return new Ground(roundTrip, commits.get(0).median(), Math.max(0, flush));
    }

    /** On one connection, as getting one is no part of the way to the server. */
    private static double roundTrip(SqlGateway tables, Duration time) {
        return tables.connection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT 1")) {
                return Timings.of(time, statement::execute).median();
            }
        });
    }

    /** With and without the wait it is the same to the letter, so that the difference is the wait. */
    private static void write(Reelstore reelstore, SqlGateway tables, JobId job, String synchronousCommit) {
        reelstore.unitOfWork().run(stores -> {
            tables.execute("SET LOCAL synchronous_commit = " + synchronousCommit);
            write(stores, job);
        });
    }

    private static void write(Stores stores, JobId job) {
        stores.journal().measure(NewMetric.of(job, STAGE, Duration.ZERO));
    }
}
