package dev.reelstore.fire.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Threads that use a store are interrupted at random: nothing is lost or done twice, nothing undocumented comes out, and
 * the pool and the server's sessions are whole afterwards.
 *
 * @param jvm how the process with these threads is started
 * @param interrupts how many
 * @param random whence their moments are drawn
 */
record Interrupts(Jvm jvm, int interrupts, RandomGenerator random) {

    static final String DATABASE = "fire_interrupts";

    private static final String NAME = "reelstore interrupted";
    private static final Duration TO_END = Duration.ofSeconds(15);

    /**
     * What came of it.
     *
     * @param idle how long the pool took to be whole and idle
     * @param failures how many operations were told that they failed
     */
    record Outcome(Duration idle, long failures) {}

    Outcome run(Threads kind) throws Exception {
        TestDatabase database = Migrated.named(DATABASE);
        Trail trail = Trail.open(database);
        try (Child child = jvm.start(database, InterruptMain.class, kind, interrupts, random.nextLong(), NAME);
                Child heir = jvm.start(database, WorkerMain.class)) {
            String idle =
                    child.await("idle ", Duration.ofMillis(60L * interrupts).plusSeconds(60));
            assertThat(child.said("undocumented ")).as("what came out").isEmpty();
            assertThat(idle).as("milliseconds until the pool is whole and idle").doesNotStartWith("-");
            assertThat(child.await("together ")).as("units at once").isEqualTo("" + InterruptMain.CONNECTIONS);
            child.await("open");
            assertThat(trail.ask("SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + NAME + "'"))
                    .as("sessions on the server")
                    .containsExactly("" + InterruptMain.CONNECTIONS);
            heir.tell("work", Interrupted.QUEUE, Duration.ofSeconds(2).toMillis());
            long deadline = System.nanoTime() + TO_END.toNanos();
            while (trail.live(Interrupted.QUEUE) > 0) {
                assertThat(System.nanoTime()).as("all jobs end").isLessThan(deadline);
                Thread.sleep(20);
            }
            trail.check(child.said("created "));
            return new Outcome(Duration.ofMillis(Long.parseLong(idle)), Long.parseLong(child.await("failures ")));
        }
    }
}
