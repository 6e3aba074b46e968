package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs: all conditions must hold, and one that is absent always does.
 *
 * @param statuses any of these; empty for all
 * @param type of this type, or null
 * @param target on this target, or null
 * @param queue in this queue, or null
 * @param createdFrom created then or later, or null
 * @param createdBefore created before then, or null
 */
public record JobFilter(
        Set<JobStatus> statuses,
        @Nullable String type,
        @Nullable Target target,
        @Nullable String queue,
        @Nullable Instant createdFrom,
        @Nullable Instant createdBefore) {

    private static final JobFilter ALL = new JobFilter(Set.of(), null, null, null, null, null);

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public JobFilter {
        statuses = statusSet(statuses);
        type = type == null ? null : NewJob.checkType(type);
        queue = queue == null ? null : NewJob.checkQueue(queue);
        createdFrom = Check.optionalInstant("createdFrom", createdFrom);
        createdBefore = Check.optionalInstant("createdBefore", createdBefore);
    }

    /** Every job. */
    public static JobFilter all() {
        return ALL;
    }

    /** The same, in one of these statuses. */
    public JobFilter status(JobStatus... any) {
        return statuses(Arrays.asList(Check.present("statuses", any)));
    }

    /** The same, in one of these statuses; empty for all. */
    public JobFilter statuses(Collection<JobStatus> any) {
        return new JobFilter(Set.copyOf(Check.all("statuses", any)), type, target, queue, createdFrom, createdBefore);
    }

    /** The same, of this type. */
    public JobFilter type(@Nullable String value) {
        return new JobFilter(statuses, value, target, queue, createdFrom, createdBefore);
    }

    /** The same, on this target. */
    public JobFilter target(@Nullable Target value) {
        return new JobFilter(statuses, type, value, queue, createdFrom, createdBefore);
    }

    /** The same, in this queue. */
    public JobFilter queue(@Nullable String value) {
        return new JobFilter(statuses, type, target, value, createdFrom, createdBefore);
    }

    /** The same, created then or later. */
    public JobFilter createdFrom(@Nullable Instant value) {
        return new JobFilter(statuses, type, target, queue, value, createdBefore);
    }

    /** The same, created before then. */
    public JobFilter createdBefore(@Nullable Instant value) {
        return new JobFilter(statuses, type, target, queue, createdFrom, value);
    }

    /** The same, of its statuses only those that are among these too; null when none is left. */
    public @Nullable JobFilter within(Set<JobStatus> others) {
        Set<JobStatus> both = EnumSet.copyOf(others);
        if (!statuses.isEmpty()) {
            both.retainAll(statuses);
        }
        return both.isEmpty() ? null : statuses(both);
    }

    private static Set<JobStatus> statusSet(Set<JobStatus> given) {
        List<JobStatus> named = Check.all("statuses", given);
        return named.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(named));
    }
}
