package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While an old snapshot keeps what is finished from being cleared away. */
final class HeldSnapshotTest {

    private static final int FINISHED = 5_000;
    private static final int SINGLE = 600;
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    private final ClaimRequest request = ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of("encode"));
    private Connection holder;

    @BeforeEach
    void finishMany() throws SQLException {
        TestStore.execute("TRUNCATE reelstore.job, reelstore.job_live, reelstore.job_end, reelstore.worker CASCADE");
        holder = TestStore.dataSource().getConnection();
        holder.setAutoCommit(false);
        holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = holder.createStatement()) {
            statement.execute("SELECT count(*) FROM reelstore.job");
        }
        try (PostgresPersistence store = PostgresPersistence.open(TestStore.settings())) {
            store.jobs()
                    .createAll(IntStream.range(0, FINISHED + 2 * SINGLE)
                            .mapToObj(i -> NewJob.of("encode", new Target("film", "f" + i)))
                            .toList());
            for (int done = 0; done < FINISHED; done += 1_000) {
                complete(store, store.claims().claim(request.limit(1_000)));
            }
        }
        awaitDead();
    }

    @AfterEach
    void letGo() throws SQLException {
        holder.rollback();
        holder.close();
        TestStore.clear();
    }

    @Test
    void singleClaimsDoNotWalkOverItEachTime() throws SQLException {
        long before = entriesRead();

        try (PostgresPersistence store = PostgresPersistence.open(TestStore.settings())) {
            for (int i = 0; i < SINGLE; i++) {
                complete(store, store.claims().claim(request));
            }
        }

        assertThat(entriesRead() - before).isLessThan((long) SINGLE * FINISHED / 2);
    }

    @Test
    void whatComesInFrontIsFoundSoonAndNothingIsLeftBehind() throws SQLException {
        try (PostgresPersistence store = PostgresPersistence.open(TestStore.settings());
                PostgresPersistence another = PostgresPersistence.open(TestStore.settings())) {
            claimFor(store, 300_000_000L);
            Job urgent = another.jobs()
                    .create(NewJob.of("encode", new Target("film", "urgent")).priority(-1));
            long created = System.nanoTime();
            List<Claim> claims = List.of();
            while (claims.stream().noneMatch(claim -> claim.jobId().equals(urgent.id()))) {
                assertThat(System.nanoTime() - created).isLessThan(PATIENCE_NANOS);
                claims = store.claims().claim(request);
                complete(store, claims);
            }

            another.jobs()
                    .create(NewJob.of("encode", new Target("film", "also urgent"))
                            .priority(-1));
            long left = TestStore.count("reelstore.job_live");
            while (left > 0) {
                claims = store.claims().claim(request.limit(500));
                assertThat(claims).hasSize((int) Math.min(500, left));
                complete(store, claims);
                left -= claims.size();
            }
        }
    }

    private void claimFor(PostgresPersistence store, long nanos) {
        for (long begin = System.nanoTime(); System.nanoTime() - begin < nanos; ) {
            complete(store, store.claims().claim(request));
        }
    }

    private static void complete(PostgresPersistence store, List<Claim> claims) {
        store.claims()
                .completeAll(claims.stream()
                        .map(claim -> new Completion(claim, null))
                        .toList());
    }

    /** Server processes hand their counters in now and then, and when they end. */
    private static void awaitDead() throws SQLException {
        for (long begin = System.nanoTime(); System.nanoTime() - begin < PATIENCE_NANOS; ) {
            if (number("SELECT pg_stat_get_dead_tuples('reelstore.job_live'::regclass)") >= FINISHED) {
                return;
            }
        }
        throw new AssertionError("the server does not tell of its dead rows");
    }

    private static long entriesRead() throws SQLException {
        number("SELECT 1 FROM pg_stat_clear_snapshot(), pg_sleep(0.2)");
        return number("SELECT idx_tup_read FROM pg_stat_user_indexes WHERE schemaname = 'reelstore'"
                + " AND indexrelname = 'job_live_ready'");
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = TestStore.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
