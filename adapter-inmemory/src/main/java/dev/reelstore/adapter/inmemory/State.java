package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.Metric;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * All data of a store at one moment. Never changes; a commit replaces it by another.
 *
 * @param jobs the jobs with their stages
 * @param leases the leases of workers
 * @param log the processing log
 * @param metrics the processing metrics
 * @param channels the channels
 * @param videos the videos
 * @param qualities the renditions
 * @param analysis what was found in the media of jobs
 */
record State(
        JobTable jobs,
        Tree<Row.Lease> leases,
        JournalTable<LogEntry> log,
        JournalTable<Metric> metrics,
        ChannelTable channels,
        VideoTable videos,
        QualityTable qualities,
        AnalysisTable analysis) {

    static final State EMPTY = new State(
            JobTable.EMPTY,
            Tree.sortedBy(Comparator.comparing(Row.Lease::key)),
            JournalTable.empty(),
            JournalTable.empty(),
            ChannelTable.EMPTY,
            VideoTable.EMPTY,
            QualityTable.EMPTY,
            AnalysisTable.EMPTY);

    /** A job that was deleted and made again under its id has none of what hung on it. */
    State withJob(JobRow row) {
        JobRow old = jobs.find(row.id());
        State kept = old == null || old.facts() == row.facts() ? this : withoutJob(row.id());
        return kept.jobs(kept.jobs.with(row));
    }

    State withoutJob(JobId id) {
        return jobs(jobs.without(id))
                .log(log.without(id))
                .metrics(metrics.without(id))
                .analysis(analysis.without(id));
    }

    State log(JournalTable<LogEntry> value) {
        return new State(jobs, leases, value, metrics, channels, videos, qualities, analysis);
    }

    State metrics(JournalTable<Metric> value) {
        return new State(jobs, leases, log, value, channels, videos, qualities, analysis);
    }

    private State jobs(JobTable value) {
        return new State(value, leases, log, metrics, channels, videos, qualities, analysis);
    }

    State leases(Tree<Row.Lease> value) {
        return new State(jobs, value, log, metrics, channels, videos, qualities, analysis);
    }

    State channels(ChannelTable value) {
        return new State(jobs, leases, log, metrics, value, videos, qualities, analysis);
    }

    State videos(VideoTable value) {
        return new State(jobs, leases, log, metrics, channels, value, qualities, analysis);
    }

    State qualities(QualityTable value) {
        return new State(jobs, leases, log, metrics, channels, videos, value, analysis);
    }

    State analysis(AnalysisTable value) {
        return new State(jobs, leases, log, metrics, channels, videos, qualities, value);
    }

    Row.@Nullable Lease lease(WorkerId worker) {
        return leases.find(lease -> lease.key().compareTo(worker));
    }
}
