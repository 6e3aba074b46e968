package dev.reelstore.fire.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.testkit.database.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Many processes start on a database without tables at once, and the one that makes them is killed in the middle of it:
 * all others start, and the tables are those of a quiet start.
 *
 * @param jvm how they are started
 * @param processes how many
 * @param random when to kill
 */
record StartRace(Jvm jvm, int processes, RandomGenerator random) {

    private static final Duration SLOWNESS = Duration.ofMillis(10);
    private static final Duration MOST = Duration.ofSeconds(60);

    /** So that there is a middle of it to be killed in. */
    private static final String SLOW = """
            CREATE OR REPLACE FUNCTION public.slow() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
                PERFORM pg_sleep(%s);
            END $$;
            DROP EVENT TRIGGER IF EXISTS slow;
            CREATE EVENT TRIGGER slow ON ddl_command_end EXECUTE FUNCTION public.slow()""";

    private static final String HISTORY = "SELECT concat_ws(' ', version, description, checksum, success)"
            + " FROM reelstore.schema_history ORDER BY installed_rank";

    /** How long it took until the last one had started. */
    Duration run() throws Exception {
        List<String> quiet = ask(Migrated.named("fire_quiet"), HISTORY);
        TestDatabase database = TestDatabase.get().named("fire_race");
        execute(database, "DROP SCHEMA IF EXISTS reelstore CASCADE");
        execute(database, SLOW.formatted(SLOWNESS.toMillis() / 1_000.0));
        Duration took = race(database);
        assertThat(ask(database, HISTORY)).as("the history of the tables").isEqualTo(quiet);
        assertThat(ask(database, "SELECT pid::text FROM pg_locks WHERE locktype = 'advisory'"))
                .as("locks left over")
                .isEmpty();
        try (PostgresPersistence store = Migrated.open(database)) {
            store.jobs().create(NewJob.of("encode", new Target("film", "first")));
        }
        return took;
    }

    private Duration race(TestDatabase database) throws Exception {
        List<Child> children = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                children.add(jvm.start(database, StartMain.class));
            }
            children.forEach(child -> child.await("ready"));
            long begun = System.nanoTime();
            children.forEach(child -> child.tell("go"));
            Child killed = killTheMaker(database, children);
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

    /** The one that makes the tables has the lock; it is known to the server by its process id. */
    private Child killTheMaker(TestDatabase database, List<Child> children) throws Exception {
        Thread.sleep(random.nextInt(150));
        long deadline = System.nanoTime() + MOST.toNanos();
        while (System.nanoTime() < deadline) {
            List<String> makers = ask(database, """
                    SELECT a.application_name FROM pg_stat_activity a
                    WHERE a.datname = current_database() AND a.application_name LIKE 'start %' AND a.state = 'active'
                      AND (a.query LIKE '%CREATE%' OR a.wait_event = 'PgSleep')""");
            for (Child child : children) {
                if (makers.contains("start " + child.pid())) {
                    child.kill();
                    return child;
                }
            }
        }
        throw new AssertionError("nobody was seen making tables");
    }

    private static List<String> ask(TestDatabase database, String query) throws SQLException {
        return new Trail(database).ask(query);
    }

    private static void execute(TestDatabase database, String statements) throws SQLException {
        new Trail(database).execute(statements);
    }
}
