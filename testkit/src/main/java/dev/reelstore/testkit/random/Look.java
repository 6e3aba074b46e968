package dev.reelstore.testkit.random;

import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.FindingQuery;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.JournalQuery;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.video.VideoFilter;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoQuery;
import dev.reelstore.testkit.random.operation.AnalysisOp;
import dev.reelstore.testkit.random.operation.ChannelOp;
import dev.reelstore.testkit.random.operation.JobOp;
import dev.reelstore.testkit.random.operation.JournalOp;
import dev.reelstore.testkit.random.operation.Op;
import dev.reelstore.testkit.random.operation.QualityOp;
import dev.reelstore.testkit.random.operation.VideoOp;
import dev.reelstore.testkit.random.shrinking.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Questions that together read all that a store holds, in lists and by every id that was ever named. */
final class Look {

    private static final Set<Class<?>> IDS = Set.of(JobId.class, VideoId.class, QualityId.class, ChannelId.class);

    private final Set<Object> named;
    private final List<Op> quick = new ArrayList<>();

    /** @param ops those that named what may be there */
    Look(List<Op> ops) {
        named = Fields.all(IDS, ops);
        quick.add(new JobOp.Page(JobQuery.newestFirst(JobFilter.all()).limit(JobQuery.MAX_LIMIT)));
        quick.add(new JournalOp.Entries(
                JournalQuery.oldestFirst(JournalFilter.all()).limit(JournalQuery.MAX_LIMIT), Set.of()));
        quick.add(new JournalOp.Metrics(
                JournalQuery.oldestFirst(JournalFilter.all()).limit(JournalQuery.MAX_LIMIT)));
        quick.add(new VideoOp.Page(VideoQuery.oldestFirst(VideoFilter.all()).limit(VideoQuery.MAX_LIMIT)));
        each(VideoId.class, video -> quick.add(new QualityOp.ListOf(video)));
    }

    /** By lists alone, which is most of it and quick. */
    List<Op> quick() {
        return quick;
    }

    /** Everything. */
    List<Op> whole() {
        List<Op> questions = new ArrayList<>(quick);
        each(JobId.class, job -> {
            questions.add(new JobOp.Explain(job));
            questions.add(new JobOp.Stages(job));
            questions.add(new AnalysisOp.FindLayout(job));
            for (FindingKind<?> kind : FindingKind.all()) {
                questions.add(new AnalysisOp.Find(FindingQuery.of(job, kind)));
            }
            questions.add(new JournalOp.Latest(job));
        });
        each(VideoId.class, video -> {
            questions.add(new VideoOp.Find(video));
            questions.add(new QualityOp.FindDefault(video));
            questions.add(new QualityOp.FindDefaultReady(video));
        });
        each(QualityId.class, quality -> questions.add(new QualityOp.Find(quality)));
        each(ChannelId.class, channel -> questions.add(new ChannelOp.Find(channel)));
        questions.add(new JournalOp.Durations(JournalFilter.all()));
        questions.add(new JobOp.CountByStatus(JobFilter.all()));
        return questions;
    }

    private <T> void each(Class<T> type, Consumer<T> use) {
        named.stream().filter(type::isInstance).map(type::cast).forEach(use);
    }
}
