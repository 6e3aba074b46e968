package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A user's own tables and the stores in one unit of work. */
final class SqlGatewayUnitTest extends OwnTables {

    private final NewJob job = NewJob.of("encode", new Target("film", "one"));

    @Test
    void bothSeeWhatTheOtherHasNotCommittedAndCommitTogether() {
        STORE.unitOfWork().run(stores -> {
            stores.jobs().create(job);
            assertThat(TABLES.execute("SELECT count(*) AS jobs FROM video_job")).containsExactly(Map.of("jobs", 0L));
            insert(job.id().toString());
            assertThat(TABLES.count("video_job", Map.of("src_hash", job.id()))).isEqualTo(1);
            assertThat(TestStore.count("public.video_job"))
                    .as("what others see")
                    .isZero();
        });

        assertThat(STORE.jobs().find(job.id())).isPresent();
        assertThat(TestStore.count("public.video_job")).isEqualTo(1);
    }

    @Test
    void theViewsOfTheStoreAreReadAndJoined() {
        STORE.unitOfWork().run(stores -> {
            stores.jobs().create(job);
            insert(job.id().toString());

            assertThat(TABLES.count("reelstore.jobs", Map.of("id", job.id()))).isEqualTo(1);
            assertThat(TABLES.execute(
                            "SELECT v.src_hash, j.status FROM video_job v JOIN reelstore.jobs j"
                                    + " ON j.id = v.src_hash::uuid WHERE j.id = ?",
                            job.id()))
                    .containsExactly(Map.of("src_hash", job.id().toString(), "status", "QUEUED"));
        });
    }

    @Test
    void bothRollBackTogether() {
        IOException failure = new IOException("disk full");

        assertThatThrownBy(() -> STORE.unitOfWork().run(stores -> {
                    stores.jobs().create(job);
                    insert("a");
                    TABLES.connection(connection -> connection
                            .createStatement()
                            .executeUpdate("INSERT INTO video_job (src_hash) VALUES ('b')"));
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(STORE.jobs().count(JobFilter.all())).isZero();
        assertThat(TestStore.count("public.video_job")).isZero();
    }

    @Test
    void aFailureOfTheirsDoomsTheUnitUnlessItIsContained() {
        insert("taken");
        List<ThrowingCallable> failures = List.of(
                () -> insert("taken"),
                () -> TABLES.execute("SELECT nonsense"),
                () -> TABLES.execute("COMMIT"),
                () -> TABLES.deleteAll("reelstore.job"));

        for (ThrowingCallable failure : failures) {
            assertThatThrownBy(() -> STORE.unitOfWork().run(stores -> {
                        stores.jobs().create(job);
                        assertThat(catchThrowable(failure)).isInstanceOf(StoreException.class);
                    }))
                    .isInstanceOf(StoreException.class);
            assertThat(STORE.jobs().count(JobFilter.all())).isZero();
        }
        STORE.unitOfWork().run(stores -> {
            stores.savepoint("a");
            for (ThrowingCallable failure : failures) {
                assertThat(catchThrowable(failure)).isInstanceOf(StoreException.class);
                stores.rollbackTo("a");
            }
            assertThatThrownBy(() -> stores.runNested(nested -> insert("taken")))
                    .isInstanceOf(StoreConflictException.class);
            stores.jobs().create(job);
        });
        assertThat(STORE.jobs().find(job.id())).isPresent();
    }

    @Test
    void aManualUnitIsJoinedToo() {
        try (UnitHandle unit = STORE.unitOfWork().open(UnitOptions.DEFAULT)) {
            insert("undone");
        }
        try (UnitHandle unit = STORE.unitOfWork().open(UnitOptions.DEFAULT)) {
            insert("done");
            unit.commit();
        }

        assertThat(TABLES.findOne("video_job", Map.of()).orElseThrow()).containsEntry("src_hash", "done");
    }

    @Test
    void underAStaleClaimNothingIsWritten() {
        STORE.jobs().create(job);
        Claim claim = STORE.claims()
                .claim(ClaimRequest.of(WorkerId.next(), "default", List.of("encode")))
                .get(0);

        assertThat(STORE.unitOfWork().under(claim, stores -> insert("held")).done())
                .isTrue();
        STORE.jobs().cancel(job.id());
        assertThat(STORE.unitOfWork().under(claim, stores -> insert("stale"))).isInstanceOf(Guarded.Stale.class);

        assertThat(TABLES.count("video_job", Map.of())).isEqualTo(1);
    }

    @Test
    void aReadOnlyUnitReadsAndRefusesToWrite() {
        insert("a");
        UnitOptions reading = UnitOptions.DEFAULT.asReadOnly();

        assertThat(STORE.unitOfWork()
                        .<Long, RuntimeException>call(reading, stores -> TABLES.count("video_job", Map.of())))
                .isEqualTo(1);
        for (ThrowingCallable write : List.<ThrowingCallable>of(
                () -> insert("b"),
                () -> TABLES.execute("INSERT INTO video_job (src_hash) VALUES ('b')"),
                () -> TABLES.connection(
                        connection -> connection.createStatement().executeUpdate("DELETE FROM video_job")))) {
            assertThatThrownBy(() -> STORE.unitOfWork().run(reading, stores -> sneak(write)))
                    .isInstanceOfSatisfying(
                            StoreOperationException.class,
                            refused -> assertThat(refused.repeat()).isEqualTo(Repeat.USELESS))
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void theTimeOfTheUnitHoldsForThemToo() {
        UnitOptions brief = UnitOptions.named("brief").timeout(Duration.ofMillis(100));

        assertThatThrownBy(() ->
                        STORE.unitOfWork().run(brief, stores -> TABLES.execute("SELECT pg_sleep(5)::text AS slept")))
                .isInstanceOf(StoreTimeoutException.class);
    }

    @Test
    void aPoolOfOneIsEnough() {
        PostgresSettings one =
                TestStore.settings().pool(PoolSettings.fixed(1, 1).maxWait(Duration.ofMillis(500)));
        try (PostgresPersistence store = PostgresPersistence.open(one)) {
            store.unitOfWork().run(stores -> {
                store.tables().insert("video_job", Map.of("src_hash", "a"));
                store.tables().connection(connection -> store.tables().count("video_job", Map.of()));
            });
            assertThat(store.tables().count("video_job", Map.of())).isEqualTo(1);
        }
    }

    @Test
    void aLentConnectionWorksInTheUnitAndEndsNothing() throws Exception {
        List<Connection> kept = new ArrayList<>();
        STORE.unitOfWork().run(stores -> {
            insert("a");
            long seen = TABLES.connection(connection -> {
                kept.add(connection);
                try (var statement = connection.prepareStatement("SELECT count(*) FROM video_job WHERE status = ?")) {
                    statement.setString(1, "queued");
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        assertThat(rows.getStatement().getConnection()).isSameAs(connection);
                        assertThat(statement.getConnection()).isSameAs(connection);
                        assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
                        assertThat(rows.getStatement()).isSameAs(statement);
                        return rows.getLong(1);
                    }
                }
            });
            assertThat(seen).isEqualTo(1);
        });

        assertThat(kept.get(0).isClosed()).isTrue();
        kept.get(0).close();
        assertThatThrownBy(() -> kept.get(0).createStatement()).isInstanceOf(StoreOperationException.class);
        assertThat(TestStore.count("public.video_job")).isEqualTo(1);
    }

    @Test
    void aLentConnectionRefusesWhatIsNotItsOwn() {
        List<Use> uses = List.of(
                Connection::commit,
                Connection::rollback,
                Connection::close,
                Connection::setSavepoint,
                connection -> connection.setAutoCommit(true),
                connection -> connection.setReadOnly(false),
                connection -> connection.setSchema("reelstore"),
                connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE),
                connection -> connection.setNetworkTimeout(Runnable::run, 1),
                connection -> connection.abort(Runnable::run),
                connection -> connection.unwrap(org.postgresql.PGConnection.class),
                connection -> connection.createStatement().unwrap(org.postgresql.PGStatement.class),
                connection -> connection.createStatement().execute("COMMIT"),
                connection -> connection.createStatement().execute("SELECT 1; ROLLBACK"),
                connection -> connection.createStatement().addBatch("SET search_path = reelstore"),
                connection -> connection.prepareStatement("DELETE FROM reelstore.job"),
                connection -> connection.prepareCall("COMMIT"),
                connection -> Elsewhere.use(connection));

        for (Use use : uses) {
            assertThatThrownBy(() -> TABLES.connection(connection -> {
                        connection.createStatement().executeUpdate("INSERT INTO video_job (src_hash) VALUES ('a')");
                        use.on(connection);
                        return true;
                    }))
                    .isInstanceOf(StoreException.class);
            assertThat(TestStore.count("public.video_job")).isZero();
        }
    }

    @Test
    void ofALentConnectionAFailureThatIsSwallowedFailsTheUnitAndAnotherComesOutAsItIs() {
        IOException own = new IOException("disk full");

        assertThatThrownBy(() -> STORE.unitOfWork().run(stores -> {
                    stores.jobs().create(job);
                    TABLES.connection(connection ->
                            catchThrowable(() -> connection.createStatement().execute("SELECT nonsense")));
                }))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> TABLES.connection(connection -> {
                    connection.createStatement().executeUpdate("INSERT INTO video_job (src_hash) VALUES ('a')");
                    throw own;
                }))
                .isSameAs(own);
        assertThatThrownBy(() -> TABLES.connection(
                        connection -> connection.createStatement().execute("SELECT nonsense")))
                .isInstanceOf(StoreOperationException.class);

        assertThat(STORE.jobs().count(JobFilter.all())).isZero();
        assertThat(TestStore.count("public.video_job")).isZero();
    }

    @FunctionalInterface
    private interface Use {

        void on(Connection connection) throws Exception;
    }

    private static final class Elsewhere {

        static void use(Connection connection) throws Exception {
            Throwable[] failure = new Throwable[1];
            Thread thread = new Thread(() -> failure[0] = catchThrowable(connection::createStatement));
            thread.start();
            thread.join();
            throw (Exception) failure[0];
        }
    }

    private static void sneak(ThrowingCallable call) {
        try {
            call.call();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }
}
