package dev.reelstore.testkit.history;

import dev.reelstore.testkit.history.Violation.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says whether a history is one that the rules allow. Every client that changed these jobs must have been recorded, from
 * their creation or their first claim on, and reads must be of the store itself and not of a replica of it.
 *
 * @param operations how many operations there were
 * @param jobs on how many jobs
 * @param longest how many there were on the job with the most
 * @param violations what must not be, empty for a legal history
 */
public record HistoryCheck(int operations, int jobs, int longest, List<Violation> violations) {

    private static final int MOST_POINTS = 500_000;

    /** Keeps a copy. */
    public HistoryCheck {
        violations = List.copyOf(violations);
    }

    /** Looks at each job of a history. */
    public static HistoryCheck of(History history) {
        List<JobHistory> jobs = JobHistory.split(history);
        ShortClaims shortClaims = new ShortClaims(history);
        List<Violation> violations = new ArrayList<>();
        int longest = 0;
        for (JobHistory job : jobs) {
            longest = Math.max(longest, job.operations().size());
            List<Violation> direct = DirectRules.brokenIn(job);
            violations.addAll(direct.isEmpty() ? searched(job, shortClaims) : direct);
        }
        return new HistoryCheck(history.operations().size(), jobs.size(), longest, violations);
    }

    /** @throws AssertionError when the history is not legal, with what is wrong */
    public void requireLegal() {
        if (!violations.isEmpty()) {
            throw new AssertionError(this + "\n"
                    + violations.stream().limit(5).map(Violation::toString).collect(Collectors.joining("\n")));
        }
    }

    @Override
    public String toString() {
        return operations + " operations on " + jobs + " jobs, the longest history " + longest + ", "
                + violations.size() + " violations";
    }

    private static List<Violation> searched(JobHistory job, ShortClaims shortClaims) {
        List<Violation> found = search(job.model(), job, job.operations(), Rule.ORDER);
        List<Operation> passing = found.isEmpty() ? shortClaims.inQuietTimesOf(job) : List.of();
        if (passing.isEmpty()) {
            return found;
        }
        List<Operation> all = new ArrayList<>(job.operations());
        all.addAll(passing);
        all.sort(Comparator.comparingLong(Operation::invoked));
        return search(job.model(), job, all, Rule.PASSED_OVER);
    }

    private static List<Violation> search(JobModel model, JobHistory job, List<Operation> operations, Rule rule) {
        Search search = new Search(model, operations, job.start(), MOST_POINTS);
        return switch (search.run()) {
            case LEGAL -> List.of();
            case UNDECIDED ->
                List.of(new Violation(
                        Rule.UNDECIDED,
                        job.job(),
                        "more than " + MOST_POINTS + " possibilities\n" + Chart.of(operations)));
            case ILLEGAL -> List.of(new Violation(rule, job.job(), explained(operations, search)));
        };
    }

    private static String explained(List<Operation> operations, Search search) {
        List<Integer> order = search.furthest();
        List<Operation> rest = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            if (!order.contains(i)) {
                rest.add(operations.get(i));
            }
        }
        return "no order explains the answers; this goes furthest\n"
                + Chart.of(order.stream().map(operations::get).toList())
                + "\n  it is then " + search.stuck() + ", and none of these can come next\n"
                + Chart.first(rest);
    }
}
