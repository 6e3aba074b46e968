package dev.reelstore.cli.report;

import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.Progress;
import dev.reelstore.domain.job.StageState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about a job, for people. */
public final class JobText {

    private JobText() {}

    /**
     * The lines to print.
     *
     * @param journal what the journal has of it
     * @param found what was found in its media
     * @param now the store's time
     * @param room the columns that a line of a table may take, 0 for any number
     */
    public static List<String> lines(
            Job job, List<StageState> stages, Journal journal, Found found, Instant now, int room) {
        FieldList fields = new FieldList()
                .add("job", job.id())
                .add("status", job.status() + waiting(job, now))
                .add("done", Words.percent(Progress.of(job, stages).percent()))
                .add("attempt", job.attempt() + " (at most " + job.attemptLimit() + ")")
                .add("error", job.error())
                .add("type", job.type())
                .add("target", job.target())
                .add("queue", job.queue() + ", priority " + job.priority());
        addSource(fields, job.source());
        fields.add("created", Words.time(job.createdAt()))
                .add("started", time(job.startedAt()))
                .add("finished", time(job.finishedAt()))
                .add("worker", job.worker())
                .add("lease", lease(job.leaseUntil(), now))
                .add("parameters", job.parameters())
                .add("result", job.result());
        List<String> lines = new ArrayList<>(fields.lines());
        if (!stages.isEmpty()) {
            TextTable table = TextTable.of("STAGE", ">WEIGHT", ">DONE", ">TOOK", "CHECKPOINT", "UPDATED", "MESSAGE");
            stages.forEach(stage -> row(table, stage, journal.took(stage.stage())));
            lines.add("");
            lines.addAll(table.lines(room));
        }
        lines.addAll(JournalText.lines(journal, room));
        lines.addAll(FoundText.lines(found, room));
        return lines;
    }

    private static void addSource(FieldList fields, @Nullable MediaSource source) {
        if (source != null) {
            fields.add("file", source.fileName())
                    .add("path", source.location())
                    .add("sha256", source.hash())
                    .add("size", source.sizeBytes() == null ? null : Words.bytes(source.sizeBytes()))
                    .add("media type", source.contentType());
        }
    }

    private static void row(TextTable table, StageState stage, @Nullable Duration took) {
        table.row(
                stage.stage(),
                stage.progress().weight(),
                Words.percent(stage.progress().percent()),
                took(took),
                stage.checkpoint() == null ? "" : "yes",
                Words.time(stage.updatedAt()),
                stage.progress().message() == null ? "" : stage.progress().message());
    }

    private static String took(@Nullable Duration took) {
        if (took == null) {
            return "";
        }
        return took.toMillis() < 1_000 ? took.toMillis() + " ms" : Words.duration(took);
    }

    private static String waiting(Job job, Instant now) {
        boolean later = job.status() == JobStatus.QUEUED && job.runAt().isAfter(now);
        return later ? ", not before " + Words.time(job.runAt()) : "";
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : Words.time(time);
    }

    private static @Nullable String lease(@Nullable Instant until, Instant now) {
        if (until == null) {
            return null;
        }
        Duration left = Duration.between(now, until);
        return left.isNegative()
                ? "ran out " + Words.duration(left.negated()) + " ago"
                : Words.duration(left) + " left";
    }
}
