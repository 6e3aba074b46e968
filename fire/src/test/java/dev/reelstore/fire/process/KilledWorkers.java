package dev.reelstore.fire.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Workers are killed at each step of the protocol, and another process does what they held. A third one, which lives and
 * only takes long, keeps its job all the while.
 *
 * @param jvm how all of them are started
 * @param points where to kill
 * @param random whence the rest is drawn
 */
record KilledWorkers(Jvm jvm, List<String> points, RandomGenerator random) {

    static final String DATABASE = "fire_killed";

    private static final Duration LEASE = Duration.ofSeconds(1);
    private static final Duration MOST = LEASE.plus(WorkerMain.RESCUE).plusSeconds(5);
    private static final Duration LONG_LEASE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 3;

    /** Each call of the protocol before and after, and the middle of a unit under a claim. */
    static List<String> everyPoint() {
        return Stream.concat(
                        Stream.of(
                                        "create",
                                        "claim",
                                        "heartbeat",
                                        "progress",
                                        "checkpoint",
                                        "under",
                                        "complete",
                                        "fail",
                                        "release",
                                        "rescue")
                                .flatMap(call -> Stream.of("before " + call, "after " + call)),
                        Stream.of("in effects"))
                .toList();
    }

    /** As many points in any order, each as often as the others. */
    static KilledWorkers of(Jvm jvm, int kills, RandomGenerator random) {
        List<String> points = new ArrayList<>();
        while (points.size() < kills) {
            List<String> all = new ArrayList<>(everyPoint());
            Collections.shuffle(all, new Random(random.nextLong()));
            points.addAll(all.subList(0, Math.min(all.size(), kills - points.size())));
        }
        return new KilledWorkers(jvm, points, random);
    }

    /** How long it took until all that a dead worker held was done. */
    List<Duration> run() throws Exception {
        TestDatabase database = Migrated.named(DATABASE);
        Trail trail = Trail.open(database);
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        List<Duration> takeovers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try (Child survivor = jvm.start(database, WorkerMain.class);
                Child patient = jvm.start(database, WorkerMain.class)) {
            String longJob = hold(patient);
            List<Callable<Duration>> kills = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                Kill kill = new Kill(database, trail, "q" + i, points.get(i), random.nextInt(2));
                kills.add(() -> run(kill, survivor, acknowledged));
            }
            List<Future<Duration>> killed = threads.invokeAll(kills);
            patient.tell("go", longJob);
            assertThat(patient.await("settled " + longJob))
                    .as("a living worker's claim")
                    .isEqualTo("DONE");
            for (Future<Duration> each : killed) {
                takeovers.add(each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        trail.check(acknowledged);
        return takeovers;
    }

    private static String hold(Child patient) {
        patient.tell("work", "patient", LONG_LEASE.toMillis());
        patient.tell("create", "patient", Handling.WAITS);
        String id = patient.await("created ");
        return patient.await("began " + id).isEmpty() ? id : id + " 1";
    }

    private record Kill(TestDatabase database, Trail trail, String queue, String point, int passes) {}

    private Duration run(Kill kill, Child survivor, List<String> acknowledged) throws Exception {
        try (Child victim = jvm.start(kill.database(), WorkerMain.class)) {
            boolean creating = kill.point().endsWith(" create");
            victim.tell("brink", kill.point(), creating ? 1 : kill.point().endsWith("claim") ? kill.passes() : 0);
            for (String type : List.of(Handling.WORKS, Handling.FAILS, Handling.RELEASES)) {
                victim.tell("create", kill.queue(), type);
            }
            victim.tell("work", kill.queue(), LEASE.toMillis());
            victim.await("at " + kill.point());
            victim.kill();
            acknowledged.addAll(victim.said("created "));
        }
        survivor.tell("work", kill.queue(), LEASE.toMillis());
        long killed = System.nanoTime();
        while (kill.trail().live(kill.queue()) > 0) {
            assertThat(Duration.ofNanos(System.nanoTime() - killed))
                    .as("takes up what one held that died " + kill.point())
                    .isLessThan(MOST);
            Thread.sleep(20);
        }
        return Duration.ofNanos(System.nanoTime() - killed);
    }
}
