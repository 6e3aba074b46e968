package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a store is asked at once: which of many targets have a job of a type. Made by stores of what they are given.
 *
 * @param type the type of job
 * @param targets each once, at most {@link JobStore#MAX_TARGETS}
 * @param statuses in one of these; empty for any
 */
public record TargetBatch(String type, List<Target> targets, Set<JobStatus> statuses) {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public TargetBatch {
        type = NewJob.checkType(type);
        targets = List.copyOf(targets);
        statuses = JobFilter.all().statuses(statuses).statuses();
    }

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public static TargetBatch of(String type, Collection<Target> targets, Set<JobStatus> statuses) {
        Check.range("number of targets", Check.present("targets", targets).size(), 0, JobStore.MAX_TARGETS);
        Set<Target> once = new LinkedHashSet<>();
        targets.forEach(target -> once.add(Check.present("one of the targets", target)));
        return new TargetBatch(type, List.copyOf(once), Check.present("statuses", statuses));
    }
}
