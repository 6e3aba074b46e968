package dev.reelstore.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Claims that answered less than they were asked for. Whether one was right can be said of a job only where nothing else
 * was being done to it meanwhile: a claim may pass over what others are just changing.
 */
final class ShortClaims {

    private final List<Operation> claims;

    ShortClaims(History history) {
        claims = history.operations().stream()
                .filter(operation -> operation.call() instanceof Call.Claim claim
                        && operation.answer() instanceof Answer.Took took
                        && took.jobs().size() < claim.limit())
                .toList();
    }

    /** Those in the quiet times of the job, at most one for each. */
    List<Operation> inQuietTimesOf(JobHistory job) {
        List<Operation> found = new ArrayList<>();
        long quietSince = Long.MIN_VALUE;
        for (Operation operation : job.operations()) {
            // Reading takes no lock.
            if (!(operation.call() instanceof Call.Read)) {
                between(quietSince, operation.invoked()).ifPresent(found::add);
                quietSince = Math.max(quietSince, operation.returned());
            }
        }
        between(quietSince, Operation.NEVER).ifPresent(found::add);
        return found;
    }

    private Optional<Operation> between(long from, long to) {
        return from >= to
                ? Optional.empty()
                : claims.subList(firstAfter(from), firstAfter(to)).stream()
                        .filter(claim -> claim.returned() < to)
                        .findFirst();
    }

    private int firstAfter(long time) {
        int low = 0;
        int high = claims.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (claims.get(middle).invoked() > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
