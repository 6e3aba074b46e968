package dev.reelstore.testkit.history;

import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Crowd after crowd, each on an empty store and with the next seed, until the time is up. It says on standard output what
 * it begins with and how much it did.
 *
 * @param store what is tried, for people
 * @param seed of the first crowd
 * @param time how long it goes on
 */
public record CrowdCampaign(String store, long seed, Duration time) {

    /**
     * As the system properties {@code history.seed} and {@code history.seconds} say; without them with a seed that is
     * new each time, for 10 seconds.
     *
     * @param store what is tried, for people
     */
    public static CrowdCampaign fromProperties(String store) {
        return new CrowdCampaign(
                store,
                Long.getLong("history.seed", System.nanoTime() & 0xFFFFFF),
                Duration.ofSeconds(Long.getLong("history.seconds", 10)));
    }

    /**
     * Runs it.
     *
     * @param fixtures opens a fixture whose store is empty
     * @throws AssertionError when a history is not legal, with its seed and what is wrong
     */
    public void run(Supplier<Fixture> fixtures) {
        System.out.println("histories of crowds, " + store + ": seed " + seed + ", " + time.toSeconds() + " s");
        long end = System.nanoTime() + time.toNanos();
        long crowds = 0;
        long operations = 0;
        long jobs = 0;
        int longest = 0;
        do {
            Crowd crowd = Crowd.of(seed + crowds);
            try (Fixture fixture = fixtures.get()) {
                HistoryCheck check = HistoryCheck.of(crowd.run(fixture));
                check.requireLegal();
                operations += check.operations();
                jobs += check.jobs();
                longest = Math.max(longest, check.longest());
            } catch (AssertionError wrong) {
                throw new AssertionError(crowd + ": " + wrong.getMessage(), wrong);
            }
            crowds++;
        } while (System.nanoTime() < end);
        System.out.println("histories of crowds, " + store + ": " + crowds + " crowds, " + operations
                + " operations on " + jobs + " jobs, the longest history " + longest + ", all legal");
    }
}
