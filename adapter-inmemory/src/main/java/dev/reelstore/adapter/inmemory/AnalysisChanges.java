package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.Layout;
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
import java.util.Set;
import java.util.TreeSet;

/**
 * How findings come and go. Whoever changes what was found in a job holds the lock of its analysis, and whoever deletes
 * the job takes it too.
 */
final class AnalysisChanges {

    private static final Comparator<Finding> BY_KIND_AND_ID = Comparator.<Finding, String>comparing(
                    finding -> finding.kind().name())
            .thenComparing(Finding::id);

    private AnalysisChanges() {}

    static int add(Overlay overlay, Collection<? extends Finding> findings) {
        List<Finding> sorted = new ArrayList<>();
        Map<JobId, JobFacts> owners = new HashMap<>();
        for (Finding finding : findings) {
            sorted.add(Check.present("one of the findings", finding));
        }
        refuseTwins(sorted);
        sorted.sort(BY_KIND_AND_ID);
        for (JobId job : new TreeSet<>(sorted.stream().map(Finding::job).toList())) {
            owners.put(job, lock(overlay, job));
        }
        int added = 0;
        for (Finding finding : sorted) {
            added += add(overlay, Check.present("owner", owners.get(finding.job())), finding) ? 1 : 0;
        }
        return added;
    }

    static void replace(Overlay overlay, JobId job, FindingKind<?> kind, Collection<? extends Finding> findings) {
        for (Finding finding : findings) {
            if (!Check.present("one of the findings", finding).job().equals(job)) {
                throw new InvalidDataException(
                        "finding " + finding.id() + " is in job " + finding.job() + ": it must be in job " + job, null);
            }
        }
        lock(overlay, job);
        deleteAll(overlay, job, kind);
        add(overlay, findings);
    }

    static int delete(Overlay overlay, JobId job, FindingKind<?> kind) {
        overlay.lock(LockKey.analysis(job));
        return deleteAll(overlay, job, kind);
    }

    static void putLayout(Overlay overlay, Layout layout) {
        overlay.put(new AnalysisRow.LaidOut(lock(overlay, layout.job()), layout));
    }

    private static int deleteAll(Overlay overlay, JobId job, FindingKind<?> kind) {
        List<? extends Finding> there = overlay.view().analysis().of(job, kind);
        there.forEach(finding -> overlay.put(new AnalysisRow.FindingGone(AnalysisRow.FindingKey.of(finding))));
        return there.size();
    }

    private static boolean add(Overlay overlay, JobFacts owner, Finding finding) {
        overlay.lock(LockKey.finding(finding));
        Finding there = overlay.view().analysis().find(finding.kind(), finding.id());
        if (there == null) {
            overlay.put(new AnalysisRow.Found(owner, finding));
            return true;
        }
        if (!there.job().equals(finding.job())) {
            throw new StoreConflictException(
                    finding.kind() + " id " + finding.id() + " belongs to a finding in job " + there.job() + ", not in "
                            + finding.job() + ": take a new id",
                    Repeat.USELESS,
                    null);
        }
        return false;
    }

    private static JobFacts lock(Overlay overlay, JobId job) {
        overlay.lock(LockKey.analysis(job));
        JobRow row = overlay.job(job);
        if (row == null) {
            throw new RecordNotFoundException(
                    "there is no job " + job + ": it was never created, or it was deleted", null);
        }
        return row.facts();
    }

    private static void refuseTwins(List<Finding> findings) {
        Set<AnalysisRow.FindingKey> keys = new HashSet<>();
        for (Finding finding : findings) {
            if (!keys.add(AnalysisRow.FindingKey.of(finding))) {
                throw new StoreConflictException(
                        finding.kind() + " id " + finding.id() + " is named twice in one call: give each its own",
                        Repeat.USELESS,
                        null);
            }
        }
    }
}
