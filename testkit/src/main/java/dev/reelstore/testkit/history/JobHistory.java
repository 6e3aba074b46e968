package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.WorkerId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was done to one job, and what may have been: rescues and sweeps that do not name their jobs, claims whose answer
 * was lost.
 *
 * @param model its rules
 * @param start how it stood at first: not there, or where nobody saw it created, QUEUED and never claimed
 * @param operations in the order in which they were invoked
 */
record JobHistory(JobModel model, JobState start, List<Operation> operations) {

    static List<JobHistory> split(History history) {
        Map<JobId, List<Operation>> named = new LinkedHashMap<>();
        List<Operation> nameless = new ArrayList<>();
        for (Operation operation : history.operations()) {
            if (nameless(operation)) {
                nameless.add(operation);
            }
            jobsOf(operation)
                    .forEach(job ->
                            named.computeIfAbsent(job, any -> new ArrayList<>()).add(operation));
        }
        List<JobHistory> split = new ArrayList<>();
        named.forEach((job, operations) -> split.add(of(job, operations, nameless)));
        return split;
    }

    JobId job() {
        return model.job();
    }

    /** The claims that were given on it, by time. */
    Stream<Grant> grants() {
        return operations.stream().flatMap(operation -> grantIn(operation, job()).stream());
    }

    /** Whether it may have been deleted. */
    boolean mayHaveGone() {
        return mayHaveGone(operations);
    }

    private static JobHistory of(JobId job, List<Operation> named, List<Operation> nameless) {
        List<Grant> grants = named.stream()
                .flatMap(operation -> grantIn(operation, job).stream())
                .toList();
        Optional<Call.Create> create = named.stream()
                .map(Operation::call)
                .filter(Call.Create.class::isInstance)
                .map(Call.Create.class::cast)
                .findFirst();
        int attempts = create.map(Call.Create::maxAttempts)
                .orElse(grants.stream()
                        .map(grant -> grant.taken().attemptLimit())
                        .findFirst()
                        .orElse(NewJob.DEFAULT_MAX_ATTEMPTS));
        List<Operation> all = new ArrayList<>(named);
        all.addAll(relevant(nameless, named, grants));
        all.sort(Comparator.comparingLong(Operation::invoked));
        Set<Long> fences = new HashSet<>();
        if (!mayHaveGone(all)) {
            grants.forEach(grant -> fences.add(grant.taken().claim().fence()));
        }
        JobModel model = new JobModel(
                job,
                create.map(Call.Create::queue).orElse(null),
                create.map(Call.Create::type).orElse(null),
                attempts,
                fences);
        return new JobHistory(
                model, create.isPresent() ? JobState.ABSENT : JobState.created(attempts, false), List.copyOf(all));
    }

    private static List<Operation> relevant(List<Operation> nameless, List<Operation> named, List<Grant> grants) {
        long first = named.get(0).invoked();
        long last = named.stream()
                .mapToLong(operation -> operation.known() ? operation.returned() : operation.invoked())
                .max()
                .orElse(first);
        List<Operation> near = nameless.stream()
                .filter(operation -> operation.invoked() <= last && operation.returned() >= first)
                .toList();
        Set<WorkerId> holders = new HashSet<>();
        grants.forEach(grant -> holders.add(grant.taken().claim().worker()));
        near.stream()
                .map(Operation::call)
                .filter(Call.Claim.class::isInstance)
                .forEach(call -> holders.add(((Call.Claim) call).worker()));
        return near.stream()
                .filter(operation -> !(operation.call() instanceof Call.Rescue) || !holders.isEmpty())
                .filter(operation ->
                        !(operation.call() instanceof Call.Retire retire) || holders.contains(retire.worker()))
                .toList();
    }

    /** Whether it may have changed jobs that it does not name, or held them for a while. */
    private static boolean nameless(Operation operation) {
        Call call = operation.call();
        if (call instanceof Call.Claim || call instanceof Call.Rescue || call instanceof Call.Sweep) {
            return !(operation.answer() instanceof Answer.Took)
                    && !(operation.answer() instanceof Answer.Count count && count.nothing());
        }
        return call instanceof Call.Retire;
    }

    private static Stream<JobId> jobsOf(Operation operation) {
        Call call = operation.call();
        if (call instanceof Call.Create create) {
            return Stream.of(create.job());
        } else if (call instanceof Call.Settle settle) {
            return Stream.of(settle.claim().job());
        } else if (call instanceof Call.Heartbeat beat) {
            return beat.held().stream().map(Held::job).distinct();
        } else if (call instanceof Call.Cancel cancel) {
            return Stream.of(cancel.job());
        } else if (call instanceof Call.Retry retry) {
            return Stream.of(retry.job());
        } else if (call instanceof Call.Delete delete) {
            return Stream.of(delete.job());
        } else if (call instanceof Call.Read read) {
            return Stream.of(read.job());
        } else if (operation.answer() instanceof Answer.Took took) {
            return took.jobs().stream().map(taken -> taken.claim().job()).distinct();
        }
        return Stream.of();
    }

    private static Optional<Grant> grantIn(Operation operation, JobId job) {
        return operation.answer() instanceof Answer.Took took
                ? took.jobs().stream()
                        .filter(taken -> taken.claim().job().equals(job))
                        .map(taken -> new Grant(operation, taken))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean mayHaveGone(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> !operation.undone()
                        && !(operation.answer() instanceof Answer.Changed changed && !changed.changed()))
                .map(Operation::call)
                .anyMatch(call -> call instanceof Call.Delete
                        || call instanceof Call.Sweep sweep && sweep.kind() == Call.Kind.DELETE);
    }

    /** A claim on the job, with the operation that answered it. */
    record Grant(Operation operation, Taken taken) {}
}
