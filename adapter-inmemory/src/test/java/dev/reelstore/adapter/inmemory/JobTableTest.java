package dev.reelstore.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JobTableTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SplittableRandom random = new SplittableRandom(11);
    private final List<JobId> ids = Stream.generate(JobId::next).limit(40).toList();
    private final List<WorkerId> workers =
            Stream.generate(WorkerId::next).limit(3).toList();

    @Test
    void itsIndexesHoldWhatATableMadeAfreshWouldHold() {
        JobTable table = JobTable.EMPTY;
        for (int step = 0; step < 5_000; step++) {
            JobId id = ids.get(random.nextInt(ids.size()));
            Instant now = START.plusSeconds(step);
            JobRow old = table.find(id);
            table = old == null || random.nextInt(20) == 0
                    ? table.with(created(id, now))
                    : random.nextInt(10) == 0 ? table.without(id) : table.with(next(old, now));

            JobTable afresh = JobTable.EMPTY;
            for (JobRow row : table.byId().ascending(any -> true)) {
                afresh = afresh.with(row);
            }
            assertThat(entries(table)).isEqualTo(entries(afresh));
        }
    }

    private JobRow created(JobId id, Instant now) {
        Target target = new Target("file", "clip " + random.nextInt(5));
        return JobRow.created(
                NewJob.of("type " + random.nextInt(3), target)
                        .id(id)
                        .priority(random.nextInt(3))
                        .queue("queue " + random.nextInt(2)),
                now);
    }

    private JobRow next(JobRow row, Instant now) {
        boolean running = row.hold() != null;
        return switch (random.nextInt(6)) {
            case 0 -> running ? row.completed(null, now) : row.cancelled(now);
            case 1 -> running ? row.requeued(now, "again") : row.retried(now);
            case 2 -> running ? row.released() : row.failed("no more", now);
            default -> row.claimed(hold(), now);
        };
    }

    private JobRow.Hold hold() {
        return new JobRow.Hold(workers.get(random.nextInt(workers.size())), Tokens.next());
    }

    private static List<List<?>> entries(JobTable table) {
        List<List<?>> entries = new ArrayList<>();
        entries.add(list(table.byCreation()));
        entries.add(list(table.byTarget()));
        entries.add(list(table.running()).stream().map(JobRow::id).toList());
        for (Lane lane : table.lanes().ascending(any -> true)) {
            entries.add(List.of(lane.queue(), lane.type(), list(lane.rows())));
        }
        return entries;
    }

    private static <E> List<E> list(Tree<E> tree) {
        List<E> elements = new ArrayList<>();
        tree.ascending(any -> true).forEach(elements::add);
        return elements;
    }
}
