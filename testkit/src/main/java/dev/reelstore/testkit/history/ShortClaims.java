package dev.reelstore.testkit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Claims that answered less than they were asked for. Whether one was right can be said of a job only where nothing else
 * was being done to it meanwhile: a claim may pass over what others are just changing, or have locked to look at it. So
 * only claims are looked at beside which there was no other claim, rescue or sweep.
 */
final class ShortClaims {

    private final List<Operation> claims = new ArrayList<>();

    ShortClaims(History history) {
        List<Operation> searching =
                history.operations().stream().filter(ShortClaims::searches).toList();
        long before = Long.MIN_VALUE;
        for (int i = 0; i < searching.size(); i++) {
            Operation one = searching.get(i);
            long next = i + 1 < searching.size() ? searching.get(i + 1).invoked() : Operation.NEVER;
            if (before < one.invoked() && one.returned() < next && isShort(one)) {
                claims.add(one);
            }
            before = Math.max(before, one.returned());
        }
    }

    /** Whether it looks for jobs by itself, and may hold some that it then leaves as they are. */
    private static boolean searches(Operation operation) {
        Call call = operation.call();
        return call instanceof Call.Claim
                || call instanceof Call.Rescue
                || call instanceof Call.Retire
                || call instanceof Call.Sweep;
    }

    private static boolean isShort(Operation operation) {
        return operation.call() instanceof Call.Claim claim
                && operation.answer() instanceof Answer.Took took
                && took.jobs().size() < claim.limit();
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
