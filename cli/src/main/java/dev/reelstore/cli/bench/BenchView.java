package dev.reelstore.cli.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, as {@code bench --json} shows it; rates per second, times in microseconds.
 *
 * @param queue in which the jobs were
 * @param processors of this machine
 * @param warnings why these figures promise less than those of other servers
 * @param verdict what limits, for people
 */
public record BenchView(
        String queue,
        Server server,
        int processors,
        double roundTripMicrosP50,
        double commitMicrosP50,
        double flushMicrosP50,
        double createOneThreadPerSecond,
        double createOneThreadMicrosP50,
        Work create,
        Work drain,
        double pickUpMicrosP50,
        double pickUpMicrosP99,
        List<String> warnings,
        List<String> verdict) {

    /** How the server is set. */
    public record Server(String version, String synchronousCommit, String fsync, boolean synchronousStandbys) {}

    /**
     * One kind of work.
     *
     * @param commandLoad which part of this machine's processors the command took, 0 to 1
     * @param machineLoad which part was taken in all, where the machine tells
     * @param limit ROUND_TRIP, FLUSH, PROCESSORS or SERVER
     */
    public record Work(
            double perSecond, double commandLoad, @Nullable Double machineLoad, String limit) {

        static Work of(Rate rate, Verdict verdict) {
            Double machine = rate.load().machine();
            return new Work(
                    round(rate.perSecond()),
                    round(rate.load().command()),
                    machine == null ? null : round(machine),
                    verdict.limit().name());
        }
    }

    /** What is shown of this result. */
    public static BenchView of(String queue, BenchResult result) {
        ServerSettings settings = result.settings();
        Ground ground = result.ground();
        Creates creates = result.creates();
        Verdict ofCreates = Verdict.ofCreates(result);
        Verdict ofDrain = Verdict.ofDrain(result);
        return new BenchView(
                queue,
                new Server(settings.version(), settings.synchronousCommit(), settings.fsync(), settings.standbys()),
                Runtime.getRuntime().availableProcessors(),
                round(ground.roundTripMicros()),
                round(ground.commitMicros()),
                round(ground.flushMicros()),
                round(creates.alonePerSecond()),
                round(creates.aloneMicros()),
                Work.of(creates.together(), ofCreates),
                Work.of(result.drain(), ofDrain),
                round(result.pickUps().medianMicros()),
                round(result.pickUps().p99Micros()),
                settings.warnings(),
                List.of(ofCreates.sentence(), ofDrain.sentence()));
    }

    private static double round(double value) {
        return Math.round(100 * value) / 100.0;
    }
}
