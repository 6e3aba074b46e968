package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.Metric;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that a store holds. */
final class State {

    final Map<JobId, JobState> jobs = new TreeMap<>();
    final Map<WorkerId, Lease> leases = new TreeMap<>();
    final Map<ChannelId, Channel> channels = new HashMap<>();
    final Map<VideoId, Video> videos = new TreeMap<>();
    final Map<QualityId, VideoQuality> qualities = new TreeMap<>();
    final Map<FindingKey, Finding> findings = new HashMap<>();
    final Map<JobId, Layout> layouts = new HashMap<>();
    final Map<RecordKey, LogEntry> log = new HashMap<>();
    final Map<RecordKey, Metric> metrics = new HashMap<>();

    /**
     * Until when the claims of a worker hold.
     *
     * @param until in the store's time
     * @param duty what it takes, or null where it did not say
     */
    record Lease(Instant until, @Nullable Duty duty) {
        boolean holdsAt(Instant now) {
            return until.isAfter(now);
        }
    }

    record FindingKey(String kind, FindingId id) {
        static FindingKey of(Finding finding) {
            return new FindingKey(finding.kind().name(), finding.id());
        }
    }

    record RecordKey(JobId job, UUID id) {}

    State copy() {
        State copy = new State();
        jobs.forEach((id, job) -> copy.jobs.put(id, job.copy()));
        copy.leases.putAll(leases);
        copy.channels.putAll(channels);
        copy.videos.putAll(videos);
        copy.qualities.putAll(qualities);
        copy.findings.putAll(findings);
        copy.layouts.putAll(layouts);
        copy.log.putAll(log);
        copy.metrics.putAll(metrics);
        return copy;
    }

    Job toJob(JobState job) {
        Lease lease = job.worker == null ? null : leases.get(job.worker);
        return job.toJob(lease == null ? null : lease.until());
    }

    /** Takes a job away with all that hangs on it. */
    void delete(JobId job) {
        jobs.remove(job);
        layouts.remove(job);
        findings.values().removeIf(finding -> finding.job().equals(job));
        log.values().removeIf(entry -> entry.job().equals(job));
        metrics.values().removeIf(metric -> metric.job().equals(job));
    }
}
