package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Heartbeat;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Guarded;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What of answers can be compared. */
public final class Answers {

    private Answers() {}

    /** A claim without its token. */
    private record Held(Job job, WorkerId worker, long fence) {}

    private record Beat(Instant leaseUntil, Set<Object> lost) {}

    /**
     * Whether an answer is as promised.
     *
     * @param promised as {@link Ground#answer} gives it
     * @param given by another store, likewise
     */
    public static boolean keeps(Object promised, Object given) {
        if (promised instanceof Refusal refusal && given instanceof Refusal other) {
            return refusal.allows(other);
        }
        if (promised instanceof List<?> many && given instanceof List<?> others && many.size() == others.size()) {
            return IntStream.range(0, many.size()).allMatch(at -> keeps(many.get(at), others.get(at)));
        }
        return promised.equals(given);
    }

    /** The answer without what each store draws for itself. */
    static Object comparable(Object answer) {
        if (answer instanceof Claim claim) {
            return new Held(claim.job(), claim.worker(), claim.fence());
        }
        if (answer instanceof Heartbeat beat) {
            return new Beat(
                    beat.leaseUntil(),
                    beat.lost().stream().map(Answers::comparable).collect(Collectors.toSet()));
        }
        if (answer instanceof List<?> many) {
            return many.stream().map(Answers::comparable).toList();
        }
        if (answer instanceof Guarded.Done<?> done && done.value() != null) {
            return List.of("under", comparable(done.value()));
        }
        return answer;
    }
}
