package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.VideoId;
import java.util.List;

/**
 * What a unit of work holds until its end so that no other changes it meanwhile.
 *
 * @param kind of what
 * @param id which one
 */
record LockKey(String kind, Object id) {

    static LockKey job(JobId id) {
        return new LockKey("job", id);
    }

    /** The right to take a job from who has it. */
    static LockKey tenure(JobId id) {
        return new LockKey("tenure of job", id);
    }

    /** The right to decide whether a job of this type and target may be there. */
    static LockKey presence(String type, Target target) {
        return new LockKey("presence of", List.of(type, target));
    }

    static LockKey lease(WorkerId worker) {
        return new LockKey("lease of worker", worker);
    }

    static LockKey channel(ChannelId id) {
        return new LockKey("channel", id);
    }

    static LockKey channelExternalId(String externalId) {
        return new LockKey("channel with external id", externalId);
    }

    /** That something is there, as those who refer to it need; shared by them, and held alone by who deletes it. */
    static LockKey standing(Object id) {
        return new LockKey("standing of", id);
    }

    static LockKey video(VideoId id) {
        return new LockKey("video", id);
    }

    static LockKey externalId(String externalId) {
        return new LockKey("video with external id", externalId);
    }

    static LockKey sourceHash(SourceHash hash) {
        return new LockKey("video with source hash", hash);
    }

    static LockKey quality(VideoId video, QualityLevel level, String variant) {
        return new LockKey("quality", List.of(video, level, variant));
    }

    static LockKey qualityId(QualityId id) {
        return new LockKey("quality id", id);
    }

    static LockKey journal(JournalRow.Key key) {
        return new LockKey("journal record", key);
    }

    /** What was found in the medium of a job, and whether the job is there. */
    static LockKey analysis(JobId job) {
        return new LockKey("analysis of job", job);
    }

    static LockKey finding(Finding finding) {
        return new LockKey("id of finding", AnalysisRow.FindingKey.of(finding));
    }

    /** The right to choose the default rendition of a video. */
    static LockKey defaultOf(VideoId video) {
        return new LockKey("default quality of video", video);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
