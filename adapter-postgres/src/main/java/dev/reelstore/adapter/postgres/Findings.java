package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.value.Check;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Keeps findings inside one transaction. What a caller can expect to be in the way is found without raising. */
final class Findings {

    private final FindingMapper findings;

    Findings(FindingMapper findings) {
        this.findings = findings;
    }

    int add(Collection<? extends Finding> given) {
        List<FindingBatch> batches = batches(given);
        pin(given.stream().map(Finding::job).distinct().toList());
        // All are looked for before any is written: a caller's transaction is not to be left with a part of them.
        int known = batches.stream().mapToInt(this::refuseForeign).sum();
        int added = batches.stream().mapToInt(findings::insert).sum();
        if (added + known < given.size()) {
            known = batches.stream().mapToInt(this::refuseForeign).sum();
            if (known < given.size()) {
                throw new StoreConflictException(
                        "some of " + given.size() + " findings came and went meanwhile", Repeat.SAFE, null);
            }
        }
        return added;
    }

    void replace(JobId job, FindingKind<?> kind, Collection<? extends Finding> given) {
        for (Finding finding : given) {
            if (!Check.present("one of the findings", finding).job().equals(job)) {
                throw new InvalidDataException(
                        "finding " + finding.id() + " is in job " + finding.job() + ": it must be in job " + job, null);
            }
        }
        if (findings.takeTurn(job) == null) {
            throw missing(job);
        }
        findings.delete(job, kind);
        add(given);
    }

    private static List<FindingBatch> batches(Collection<? extends Finding> given) {
        Map<FindingKind<?>, List<Finding>> byKind = new HashMap<>();
        given.forEach(finding -> byKind.computeIfAbsent(
                        Check.present("one of the findings", finding).kind(), any -> new ArrayList<>())
                .add(finding));
        byKind.values().forEach(Findings::refuseTwins);
        return FindingKind.all().stream()
                .filter(byKind::containsKey)
                .map(kind -> new FindingBatch(
                        kind,
                        Objects.requireNonNull(byKind.get(kind)).stream()
                                .sorted(Comparator.comparing(Finding::id))
                                .toList()))
                .toList();
    }

    private void pin(List<JobId> jobs) {
        Set<JobId> there = new HashSet<>(jobs.isEmpty() ? List.of() : findings.pin(jobs));
        for (JobId job : jobs) {
            if (!there.contains(job)) {
                throw missing(job);
            }
        }
    }

    /** How many of them are there already. */
    private int refuseForeign(FindingBatch batch) {
        Map<FindingId, JobId> owners = new HashMap<>();
        findings.owners(batch).forEach(owner -> owners.put(owner.id(), owner.job()));
        for (Finding finding : batch.findings()) {
            JobId owner = owners.get(finding.id());
            if (owner != null && !owner.equals(finding.job())) {
                throw new StoreConflictException(
                        batch.kind() + " id " + finding.id() + " belongs to a finding in job " + owner + ", not in "
                                + finding.job() + ": use a new id",
                        Repeat.USELESS,
                        null);
            }
        }
        return owners.size();
    }

    private static void refuseTwins(List<Finding> findings) {
        Set<FindingId> ids = new HashSet<>();
        for (Finding finding : findings) {
            if (!ids.add(finding.id())) {
                throw new StoreConflictException(
                        finding.kind() + " id " + finding.id() + " is named twice: each finding needs its own",
                        Repeat.USELESS,
                        null);
            }
        }
    }

    static RecordNotFoundException missing(JobId job) {
        return new RecordNotFoundException("there is no job " + job, null);
    }
}
