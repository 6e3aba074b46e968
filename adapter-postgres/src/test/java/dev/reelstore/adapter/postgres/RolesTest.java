package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the roles beside the owner may do. That it is enough for everything is what {@link OpenContractTest} shows. */
final class RolesTest {

    private static final Set<String> ALL_ROWS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");

    private static PostgresSettings dba;
    private static PostgresSettings owner;
    private static PostgresSettings app;
    private static PostgresSettings reader;

    @BeforeAll
    static void migrateAsAnOwnerWhoIsNobodyElse() {
        dba = TestStore.settings("reelstore_roles");
        TestRoles.execute(dba, "DROP SCHEMA IF EXISTS reelstore CASCADE");
        owner = TestRoles.owner(dba);
        PostgresPersistence.open(owner).close();
        TestRoles.apply(dba);
        app = TestRoles.login(dba, TestRoles.APP);
        reader = TestRoles.login(dba, TestRoles.READER);
    }

    @AfterEach
    void applyTheFileAgain() {
        TestRoles.apply(owner);
    }

    @Test
    void theContractRunsAsTheAppAndAsNobodyWhoMayMore() throws SQLException {
        PostgresSettings used = TestStore.appSettings();

        assertThat(ask(
                        used,
                        "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls FROM pg_roles WHERE"
                                + " rolname = session_user"))
                .isEqualTo("f");
        assertThat(ask(
                        used,
                        "SELECT string_agg(r.rolname, ' ') FROM pg_roles r WHERE pg_has_role(r.oid, 'MEMBER')"
                                + " AND r.rolname <> session_user"))
                .isEqualTo(TestRoles.APP);
        assertThat(ask(
                        used,
                        "SELECT nspowner::regrole::text = session_user FROM pg_namespace WHERE nspname ="
                                + " 'reelstore'"))
                .isEqualTo("f");
    }

    @Test
    void theAppMayDoWhatItNeedsAndNothingMore() throws SQLException {
        try (Connection connection = PlainDataSource.of(dba).getConnection()) {
            assertThat(Rights.of(connection, app.user())).isEqualTo(wantedOfApp(connection));
        }
    }

    @Test
    void theReaderMayReadTheViewsAndNothingMore() throws SQLException {
        try (Connection connection = PlainDataSource.of(dba).getConnection()) {
            assertThat(Rights.of(connection, reader.user())).isEqualTo(wantedOfReader());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT TRUNCATE ON reelstore.job TO reelstore_app",
                "GRANT TRIGGER ON reelstore.job_live TO PUBLIC",
                "GRANT SELECT ON reelstore.schema_history TO reelstore_app",
                "GRANT UPDATE ON reelstore.schema_version TO reelstore_app",
                "GRANT USAGE, CREATE ON SCHEMA reelstore TO reelstore_app",
                "GRANT CREATE ON SCHEMA public TO reelstore_app",
                "GRANT EXECUTE ON FUNCTION reelstore.job_deleted() TO reelstore_app",
                "DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO PUBLIC', current_database()); END $$",
                "REVOKE INSERT ON reelstore.job FROM reelstore_app",
                "CREATE TABLE reelstore.forgotten (id uuid)"
            })
    void aRightTooManyOrTooFewIsNoticed(String planted) throws SQLException {
        try (Connection connection = PlainDataSource.of(dba).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(planted);

            assertThat(Rights.of(connection, app.user())).isNotEqualTo(wantedOfApp(connection));
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE reelstore.mine (id int)",
                "CREATE TABLE public.mine (id int)",
                "CREATE SCHEMA mine",
                "CREATE ROLE mine",
                "CREATE FUNCTION reelstore.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE OR REPLACE FUNCTION reelstore.clock() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'",
                "CREATE INDEX ON reelstore.job (type)",
                "ALTER TABLE reelstore.job ADD COLUMN mine int",
                "ALTER TABLE reelstore.job DISABLE TRIGGER job_deleted",
                "ALTER TABLE reelstore.job OWNER TO CURRENT_USER",
                "DROP TABLE reelstore.layout",
                "DROP SCHEMA reelstore CASCADE",
                "TRUNCATE reelstore.layout",
                "UPDATE reelstore.schema_version SET version = 1",
                "SELECT FROM reelstore.schema_history",
                "SELECT reelstore.job_deleted()",
                "SET session_replication_role = replica",
                "COPY (SELECT 1) TO PROGRAM 'true'",
                "SELECT pg_read_file('postgresql.conf')"
            })
    void theAppIsRefused(String statement) {
        assertThat(refusal(app, statement)).isEqualTo("42501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT FROM reelstore.job",
                "SELECT FROM reelstore.video",
                "SELECT FROM reelstore.worker",
                "SELECT FROM reelstore.schema_version",
                "INSERT INTO reelstore.watcher VALUES (gen_random_uuid(), now())",
                "DELETE FROM reelstore.job",
                "CREATE TABLE reelstore.mine (id int)",
                "CREATE TABLE public.mine (id int)"
            })
    void theReaderIsRefused(String statement) {
        assertThat(refusal(reader, statement)).isEqualTo("42501");
    }

    @Test
    void theReaderReadsWhatTheAppWrote() throws SQLException {
        Job job;
        try (PostgresPersistence store = PostgresPersistence.open(app)) {
            job = store.jobs().create(job());
        }

        assertThat(ask(reader, "SELECT status FROM reelstore.jobs WHERE id = '" + job.id() + "'"))
                .isEqualTo("QUEUED");
        assertThat(ask(reader, "SELECT count(lease_left) FROM reelstore.jobs")).isEqualTo("0");
        assertThat(ask(reader, "SELECT count(*) FROM reelstore.videos")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "INSERT ON reelstore.job_live, job_live",
        "SELECT ON reelstore.job, job",
        "EXECUTE ON FUNCTION reelstore.clock(), clock"
    })
    void aMissingRightIsToldWithTheFileThatGrantsIt(String right, String thing) {
        try (PostgresPersistence store = PostgresPersistence.open(app)) {
            TestRoles.execute(dba, "REVOKE " + right + " FROM reelstore_app");

            assertThatThrownBy(() -> store.jobs().create(job()))
                    .isInstanceOfSatisfying(
                            StoreOperationException.class,
                            refused -> assertThat(refused.repeat()).isEqualTo(Repeat.USELESS))
                    .hasMessageContainingAll("permission denied", thing, "roles.sql");

            TestRoles.apply(owner);
            assertThat(store.jobs().create(job())).isNotNull();
        }
    }

    @Test
    void whoMayNotEvenLookAtTheSchemaIsToldSoAtTheStart() {
        TestRoles.execute(dba, "REVOKE USAGE ON SCHEMA reelstore FROM reelstore_app");

        assertThatThrownBy(() -> PostgresPersistence.open(app))
                .isInstanceOf(StoreOperationException.class)
                .hasMessageContainingAll("permission denied", "roles.sql");
    }

    @Test
    void theAppMayBeToldToMigrateWhereThereIsNothingToDoAndOnlyThere() {
        PostgresSettings migrating = app.schema(SchemaMode.MIGRATE);
        PostgresPersistence.open(migrating).close();
        TestRoles.execute(dba, "UPDATE reelstore.schema_version SET version = version - 1");
        try {
            assertThatThrownBy(() -> PostgresPersistence.open(migrating))
                    .isInstanceOf(StoreOperationException.class)
                    .hasMessageContaining("permission denied");
        } finally {
            TestRoles.execute(dba, "UPDATE reelstore.schema_version SET version = version + 1");
        }
    }

    /** Of each table and view that is there: a migration that adds one has to think of the roles. */
    private static Map<String, Set<String>> wantedOfApp(Connection connection) throws SQLException {
        Map<String, Set<String>> wanted = new TreeMap<>(wantedOfReader());
        try (Statement statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'reelstore'")) {
            while (tables.next()) {
                wanted.put(tables.getString(1), ALL_ROWS);
            }
        }
        wanted.put("job_gate_sweeps", Set.of("SELECT", "UPDATE"));
        wanted.put("schema_version", Set.of("SELECT"));
        wanted.put("watched_until", Set.of("SELECT", "UPDATE"));
        wanted.remove("schema_history");
        return wanted;
    }

    private static Map<String, Set<String>> wantedOfReader() {
        return Map.of(
                "jobs", Set.of("SELECT"),
                "videos", Set.of("SELECT"),
                "clock()", Set.of("EXECUTE"),
                "view_clock()", Set.of("EXECUTE"),
                "schema reelstore", Set.of("USAGE"),
                "schema public", Set.of("USAGE"));
    }

    private static NewJob job() {
        return NewJob.of("encode", new Target("film", UUID.randomUUID().toString()));
    }

    private static String refusal(PostgresSettings who, String statement) {
        try (Connection connection = PlainDataSource.of(who).getConnection();
                Statement execution = connection.createStatement()) {
            connection.setAutoCommit(false);
            execution.execute(statement);
            connection.rollback();
            return "allowed";
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    private static String ask(PostgresSettings who, String question) throws SQLException {
        try (Connection connection = PlainDataSource.of(who).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
