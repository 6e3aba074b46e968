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

/** Questions that together read all that a store holds, in lists and by every id that was ever named. */
final class Look {

    private Look() {}

    /** By lists alone, which is most of it and quick. */
    static List<Op> over(List<Op> ops) {
        List<Op> questions = new ArrayList<>();
        questions.add(new JobOp.Page(JobQuery.newestFirst(JobFilter.all()).limit(JobQuery.MAX_LIMIT)));
        questions.add(new JournalOp.Entries(
                JournalQuery.oldestFirst(JournalFilter.all()).limit(JournalQuery.MAX_LIMIT), Set.of()));
        questions.add(new JournalOp.Metrics(
                JournalQuery.oldestFirst(JournalFilter.all()).limit(JournalQuery.MAX_LIMIT)));
        questions.add(new VideoOp.Page(VideoQuery.oldestFirst(VideoFilter.all()).limit(VideoQuery.MAX_LIMIT)));
        Fields.all(VideoId.class, ops).forEach(video -> questions.add(new QualityOp.ListOf(video)));
        return questions;
    }

    /** Everything. */
    static List<Op> at(List<Op> ops) {
        List<Op> questions = new ArrayList<>(over(ops));
        for (JobId job : Fields.all(JobId.class, ops)) {
            questions.add(new JobOp.Explain(job));
            questions.add(new JobOp.Stages(job));
            questions.add(new AnalysisOp.FindLayout(job));
            for (FindingKind<?> kind : FindingKind.all()) {
                questions.add(new AnalysisOp.Find(FindingQuery.of(job, kind)));
            }
            questions.add(new JournalOp.Latest(job));
        }
        for (VideoId video : Fields.all(VideoId.class, ops)) {
            questions.add(new VideoOp.Find(video));
            questions.add(new QualityOp.FindDefault(video));
            questions.add(new QualityOp.FindDefaultReady(video));
        }
        Fields.all(QualityId.class, ops).forEach(quality -> questions.add(new QualityOp.Find(quality)));
        Fields.all(ChannelId.class, ops).forEach(channel -> questions.add(new ChannelOp.Find(channel)));
        questions.add(new JournalOp.Durations(JournalFilter.all()));
        questions.add(new JobOp.CountByStatus(JobFilter.all()));
        return questions;
    }
}
