package dev.reelstore.fire.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Many processes start on a database without tables at once, and the one that makes them is killed in the middle of it:
 * all others start, and the tables are those of a quiet start.
 *
 * @param jvm how they are started
 * @param processes how many
 * @param random when to kill
 */
record StartRace(Jvm jvm, int processes, RandomGenerator random) {

    private static final Duration MOST = Duration.ofSeconds(60);

    /** So that there is a middle of it to be killed in, and a first step that all others come upon. */
    private static final String SLOW = """
            CREATE OR REPLACE FUNCTION public.slow() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
                PERFORM pg_sleep(CASE TG_TAG WHEN 'CREATE SCHEMA' THEN 0.2 ELSE 0.02 END);
            END $$;
            DROP EVENT TRIGGER IF EXISTS slow;
            CREATE EVENT TRIGGER slow ON ddl_command_end EXECUTE FUNCTION public.slow()""";

    private static final String VERSION = "SELECT version FROM reelstore.schema_version";

    private static final String MAKER = """
            SELECT a.application_name FROM pg_stat_activity a
            WHERE a.datname = current_database() AND a.application_name LIKE 'start %' AND a.wait_event = 'PgSleep'""";

    private static final String HISTORY = "SELECT concat_ws(' ', version, description, checksum, success)"
            + " FROM reelstore.schema_history ORDER BY installed_rank";

    /** How long it took until the last one had started. */
    Duration run() throws Exception {
        TestDatabase quietly = Migrated.named("fire_quiet");
        List<String> quiet = ask(quietly, HISTORY);
        int newest = Integer.parseInt(ask(quietly, VERSION).get(0));
        TestDatabase database = TestDatabase.get().named("fire_race");
        execute(database, "DROP SCHEMA IF EXISTS reelstore CASCADE");
        execute(database, SLOW);
        Duration took = race(database, random.nextInt(newest - 1));
        assertThat(ask(database, HISTORY)).as("the history of the tables").isEqualTo(quiet);
        assertThat(ask(database, "SELECT pid::text FROM pg_locks WHERE locktype = 'advisory'"))
                .as("locks left over")
                .isEmpty();
        try (PostgresPersistence store = Migrated.open(database)) {
            store.jobs().create(NewJob.of("encode", new Target("film", "first")));
        }
        return took;
    }

    private Duration race(TestDatabase database, int version) throws Exception {
        List<Child> children = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                children.add(jvm.start(database, StartMain.class));
            }
            children.forEach(child -> child.await("ready"));
            long begun = System.nanoTime();
            children.forEach(child -> child.tell("go"));
            Child killed = killTheMaker(database, children, version);
            for (Child child : children) {
                if (child != killed) {
                    child.await("started", MOST);
                }
            }
            return Duration.ofNanos(System.nanoTime() - begun);
        } finally {
            children.forEach(Child::close);
        }
    }

    /** Kills it when it has come so far; it is known to the server by its process id. */
    private static Child killTheMaker(TestDatabase database, List<Child> children, int version) throws Exception {
        long deadline = System.nanoTime() + MOST.toNanos();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < deadline) {
                if (versionOf(statement) >= version) {
                    String maker = first(statement, MAKER);
                    for (Child child : children) {
                        if (("start " + child.pid()).equals(maker)) {
                            child.kill();
                            return child;
                        }
                    }
                }
            }
        }
        throw new AssertionError("nobody was seen making tables from version " + version + " on");
    }

    private static int versionOf(Statement statement) throws SQLException {
        String there = first(statement, "SELECT to_regclass('reelstore.schema_version')");
        return there == null ? 0 : Integer.parseInt(String.valueOf(first(statement, VERSION)));
    }

    private static @Nullable String first(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static List<String> ask(TestDatabase database, String query) throws SQLException {
        return new Trail(database).ask(query);
    }

    private static void execute(TestDatabase database, String statements) throws SQLException {
        new Trail(database).execute(statements);
    }
}
