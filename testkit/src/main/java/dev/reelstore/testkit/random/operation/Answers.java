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

/** Takes out of answers what each store draws for itself. */
final class Answers {

    private Answers() {}

    /** A claim without its token. */
    private record Held(Job job, WorkerId worker, long fence) {}

    private record Beat(Instant leaseUntil, Set<Object> lost) {}

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
