package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.analysis.FindingId;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.random.operation.ClaimRef;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The few names that a sequence uses, so that its operations meet. */
final class Ids {

    private static final List<String> TYPES = List.of("compress", "probe", "\ud83c\udfac clip");
    private static final List<String> QUEUES = List.of("default", "default", "default", "default", "slow");
    private static final List<String> STAGES = List.of("uploading", "transcription", "Z", "\u00e9\ud83c\udfac");

    private final Dice dice;
    private final List<JobId> jobs;
    private final List<WorkerId> workers;
    private final List<VideoId> videos;
    private final List<QualityId> qualities;
    private final List<ChannelId> channels;
    private final List<FindingId> findings;
    private final List<UUID> records;
    private final List<Target> targets;

    Ids(Dice dice) {
        this.dice = dice;
        this.jobs = some(12, () -> new JobId(dice.uuid()));
        this.workers = some(3, () -> new WorkerId(dice.uuid()));
        this.videos = some(3, () -> new VideoId(dice.uuid()));
        this.qualities = some(6, () -> new QualityId(dice.uuid()));
        this.channels = some(2, () -> new ChannelId(dice.uuid()));
        this.findings = some(8, () -> new FindingId(dice.uuid()));
        this.records = some(5, dice::uuid);
        this.targets = List.of(Target.video(videos.get(0)), new Target("film", "one"), new Target("Film", "one"));
    }

    private static <T> List<T> some(int number, Supplier<T> one) {
        return Stream.generate(one).limit(number).toList();
    }

    JobId job() {
        return dice.of(jobs);
    }

    WorkerId worker() {
        return dice.of(workers);
    }

    VideoId video() {
        return dice.of(videos);
    }

    List<VideoId> videos() {
        return videos;
    }

    QualityId quality() {
        return dice.of(qualities);
    }

    ChannelId channel() {
        return dice.of(channels);
    }

    FindingId finding() {
        return dice.of(findings);
    }

    UUID record() {
        return dice.of(records);
    }

    Target target() {
        return dice.of(targets);
    }

    String type() {
        return dice.of(TYPES);
    }

    List<String> types() {
        return dice.percent(80) ? TYPES : List.of(type());
    }

    /** The type with which the job is mostly created, so that doing so again is a repeat and no conflict. */
    String usualType(JobId job) {
        return TYPES.get(jobs.indexOf(job) % TYPES.size());
    }

    /** The target with which the job is mostly created; several jobs of one type share it. */
    Target usualTarget(JobId job) {
        return targets.get(jobs.indexOf(job) / TYPES.size() % targets.size());
    }

    /** The video whose rendition it mostly is. */
    VideoId usualVideo(QualityId quality) {
        return videos.get(qualities.indexOf(quality) % videos.size());
    }

    String queue() {
        return dice.of(QUEUES);
    }

    String stage() {
        return dice.of(STAGES);
    }

    SourceHash hash() {
        return new SourceHash(dice.of("a", "b", "0").repeat(64));
    }

    /** Mostly one of the latest claims, which hold or have just become stale. */
    ClaimRef claim() {
        int back = dice.below(dice.of(1, 2, 4, 20));
        return new ClaimRef(back, dice.percent(92) ? ClaimRef.Forgery.NONE : dice.of(ClaimRef.Forgery.class));
    }
}
