package dev.reelstore.fire.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Settlement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What is in the database, by plain SQL, held against what the clients were told. */
final class Truth {

    /** Each of these queries finds what must not be. */
    private static final Map<String, String> NEVER = Map.of(
            "live and ended at once",
            "SELECT l.job_id FROM reelstore.job_live l JOIN reelstore.job_end e USING (job_id)",
            "neither live nor ended",
            "SELECT j.id FROM reelstore.job j WHERE NOT EXISTS (SELECT FROM reelstore.job_live l WHERE l.job_id = j.id)"
                    + " AND NOT EXISTS (SELECT FROM reelstore.job_end e WHERE e.job_id = j.id)",
            "orphans",
            "SELECT o.job_id FROM (SELECT job_id FROM reelstore.job_live UNION ALL SELECT job_id FROM reelstore.job_end"
                    + " UNION ALL SELECT job_id FROM reelstore.job_log UNION ALL SELECT job_id FROM reelstore.job_stage) o"
                    + " WHERE NOT EXISTS (SELECT FROM reelstore.job j WHERE j.id = o.job_id)",
            "renditions without a video",
            "SELECT q.id FROM reelstore.video_quality q"
                    + " WHERE NOT EXISTS (SELECT FROM reelstore.video v WHERE v.id = q.video_id)",
            "several defaults of one video",
            "SELECT video_id FROM reelstore.video_quality WHERE is_default GROUP BY video_id HAVING count(*) > 1",
            "completed, and not with exactly one effect of the same fence",
            "SELECT j.id FROM reelstore.job j JOIN reelstore.job_end e ON e.job_id = j.id"
                    + " WHERE e.status = 'COMPLETED' AND j.type IN ('effect', 'rough', 'loose')"
                    + " AND (SELECT string_agg(g.message, ',') FROM reelstore.job_log g WHERE g.job_id = j.id"
                    + " AND g.stage = 'effect') IS DISTINCT FROM 'fence ' || e.fence",
            "effects without a completion",
            "SELECT g.job_id FROM reelstore.job_log g WHERE g.stage = 'effect' AND NOT EXISTS"
                    + " (SELECT FROM reelstore.job_end e WHERE e.job_id = g.job_id AND e.status = 'COMPLETED')",
            "ended otherwise",
            "SELECT e.job_id FROM reelstore.job_end e WHERE e.status <> 'COMPLETED'");

    private final Connection connection;
    private final Ledger ledger;
    private final Report report;

    private final boolean mayLose;

    private Truth(Connection connection, Ledger ledger, Report report, boolean mayLose) {
        this.mayLose = mayLose;
        this.connection = connection;
        this.ledger = ledger;
        this.report = report;
    }

    /** Holds all against each other; where the last writes may be lost they are counted instead. */
    static void hold(Connection connection, Ledger ledger, Report report, boolean mayLose) throws SQLException {
        new Truth(connection, ledger, report, mayLose).hold();
    }

    private void hold() throws SQLException {
        List<String> wrong = new ArrayList<>(ledger.violations());
        records(wrong);
        if (!mayLose) {
            wrong.addAll(ledger.repeatedFences());
            claims(wrong);
        }
        for (Map.Entry<String, String> never : NEVER.entrySet()) {
            List<String> found = column(never.getValue());
            if (!found.isEmpty()) {
                wrong.add(never.getKey() + ": " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void records(List<String> wrong) throws SQLException {
        Map<String, Long> there = counts();
        ledger.asked().forEach((key, asked) -> {
            long found = there.getOrDefault(key, 0L);
            if (found < asked.least()) {
                report.lost(asked.least() - found);
                if (!mayLose) {
                    wrong.add(key + " was acknowledged and is lost: " + found + " of " + asked);
                }
            } else if (found > asked.most()) {
                report.twice(found - asked.most());
                wrong.add(key + " is there too often: " + found + " of " + asked);
            } else if (found != 0 && found != asked.most()) {
                wrong.add(key + " is there in part: " + found + " of " + asked);
            }
        });
        report.figure("jobs", there.values().stream().mapToLong(Long::longValue).sum());
    }

    private Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT target_id, count(*) FROM reelstore.job GROUP BY 1")) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    /** Who was told that he completed a job is the one who did, and who was told that he came too late is not. */
    private void claims(List<String> wrong) throws SQLException {
        Set<String> completedBy = Set.copyOf(column(
                "SELECT concat_ws(' ', job_id, fence, token) FROM reelstore.job_end WHERE status = 'COMPLETED'"));
        for (Map.Entry<Claim, Settlement> settled : ledger.settled().entrySet()) {
            Claim claim = settled.getKey();
            boolean completed = completedBy.contains(claim.jobId() + " " + claim.fence() + " " + claim.token());
            if (completed != (settled.getValue() == Settlement.DONE)) {
                wrong.add("the claim of " + claim.jobId() + " at fence " + claim.fence() + " was told "
                        + settled.getValue() + (completed ? " and it" : " and another") + " completed the job");
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT job_id, fence FROM reelstore.job_end")) {
            while (rows.next()) {
                UUID job = rows.getObject(1, UUID.class);
                long last = rows.getLong(2);
                Set<Long> seen = ledger.fences().getOrDefault(job, Set.of());
                if (!seen.contains(last) || seen.stream().anyMatch(fence -> fence > last)) {
                    wrong.add("job " + job + " ended at fence " + last + ", and handlers had " + seen);
                }
            }
        }
    }

    private List<String> column(String question) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values;
    }
}
