package dev.reelstore.testkit.history;

import dev.reelstore.testkit.history.JobHistory.Grant;
import dev.reelstore.testkit.history.Violation.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rules that can be held against a job's history without a search: fences, completions, leases. */
final class DirectRules {

    private final JobHistory history;
    private final List<Violation> broken = new ArrayList<>();

    private DirectRules(JobHistory history) {
        this.history = history;
    }

    static List<Violation> brokenIn(JobHistory history) {
        DirectRules rules = new DirectRules(history);
        if (!history.mayHaveGone()) {
            rules.fences();
            rules.completions();
        }
        rules.leases();
        return rules.broken;
    }

    private void fences() {
        List<Grant> grants = history.grants()
                .sorted(Comparator.comparingLong(
                        (Grant grant) -> grant.taken().claim().fence()))
                .toList();
        long lostAnswers = history.operations().stream()
                .filter(operation -> operation.call() instanceof Call.Claim && !operation.known())
                .count();
        long before = 0;
        for (Grant grant : grants) {
            long fence = fence(grant);
            lostAnswers -= Math.max(0, fence - before - 1);
            if (fence == before) {
                report(Rule.FENCE, "fence " + fence + " was given twice");
            } else if (lostAnswers < 0) {
                report(Rule.FENCE, "fence " + fence + " came after " + before + ": a claim adds one");
                return;
            }
            before = fence;
        }
        for (int i = 1; i < grants.size(); i++) {
            if (grants.get(i).operation().returned()
                    < grants.get(i - 1).operation().invoked()) {
                report(Rule.FENCE, "fence " + fence(grants.get(i)) + " came before the one below it");
            }
        }
    }

    private void completions() {
        long completed = history.operations().stream()
                .filter(operation -> operation.call() instanceof Call.Settle settle
                        && settle.way() == Call.Way.COMPLETE
                        && operation.answer() instanceof Answer.Changed changed
                        && changed.changed())
                .count();
        if (completed > 1) {
            report(Rule.COMPLETION, "completed " + completed + " times");
        }
    }

    /** A claim that nobody gave up can only have been rescued, and that not before its lease ran out. */
    private void leases() {
        List<Grant> grants = history.grants()
                .sorted(Comparator.comparingLong(
                        grant -> history.mayHaveGone() ? grant.operation().returned() : fence(grant)))
                .toList();
        for (int i = 1; i < grants.size(); i++) {
            Grant first = grants.get(i - 1);
            Grant next = grants.get(i);
            Instant until = leaseEnd(first);
            if (fence(next) == fence(first) + 1 && latest(next).isBefore(until) && !mayHaveEnded(first, next)) {
                report(
                        Rule.LEASE,
                        "claimed with fence " + fence(next) + " at "
                                + next.taken().startedAt() + ", while the lease on fence " + fence(first)
                                + " held until " + until);
            }
        }
    }

    private static long fence(Grant grant) {
        return grant.taken().claim().fence();
    }

    /** A claim looks at the clock somewhere in its call, and takes the job somewhere after that. */
    private static Instant latest(Grant grant) {
        Operation call = grant.operation();
        return grant.taken().startedAt().plusNanos(call.returned() - call.invoked());
    }

    /** By the last renewal that answered that the claim holds; of several at once, the earliest end. */
    private Instant leaseEnd(Grant grant) {
        List<Renewal> renewals = new ArrayList<>();
        renewals.add(new Renewal(grant.operation(), grant.taken().leaseUntil()));
        for (Operation operation : history.operations()) {
            if (operation.call() instanceof Call.Heartbeat beat
                    && operation.answer() instanceof Answer.Beat answer
                    && beat.held().contains(grant.taken().claim())
                    && !answer.lost().contains(grant.taken().claim())) {
                renewals.add(new Renewal(operation, answer.leaseUntil()));
            }
        }
        long lastInvoked = renewals.stream()
                .mapToLong(renewal -> renewal.operation().invoked())
                .max()
                .orElseThrow();
        return renewals.stream()
                .filter(renewal -> renewal.operation().returned() >= lastInvoked)
                .map(Renewal::until)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private boolean mayHaveEnded(Grant first, Grant next) {
        return history.operations().stream()
                .filter(operation -> operation.invoked() <= next.operation().returned()
                        && operation.returned() >= first.operation().invoked())
                .anyMatch(operation -> mayEnd(operation, first.taken().claim()));
    }

    private static boolean mayEnd(Operation operation, Held claim) {
        Answer answer = operation.answer();
        boolean effect = !operation.undone()
                && !(answer instanceof Answer.Changed changed && !changed.changed())
                && !(answer instanceof Answer.Became became && became.status() == null)
                && !(answer instanceof Answer.Count count && count.nothing());
        Call call = operation.call();
        return effect
                && (call instanceof Call.Settle settle
                                && settle.way() != Call.Way.USE
                                && settle.claim().equals(claim)
                        || call instanceof Call.Retire retire && retire.worker().equals(claim.worker())
                        || call instanceof Call.Cancel
                        || call instanceof Call.Delete
                        || call instanceof Call.Sweep sweep && sweep.kind() != Call.Kind.RETRY);
    }

    private void report(Rule rule, String message) {
        broken.add(new Violation(rule, history.job(), message + "\n" + Chart.of(history.operations())));
    }

    private record Renewal(Operation operation, Instant until) {}
}
