package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.contract.BatchExistenceContract;
import dev.reelstore.testkit.contract.JournalContract;
import dev.reelstore.testkit.contract.JournalQueryContract;
import dev.reelstore.testkit.contract.PurgeContract;
import dev.reelstore.testkit.contract.PurgeRaceContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in the journal, in purges, and in asking for many targets. */
final class PlantedRetentionBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "a job that is missing is left to the foreign key",
                            "JournalMapper.xml",
                            "errors,typeHandler=textArray}))\n        WITH ORDINALITY AS i (job_id, id, stage, status, agent, duration_micros, message, error, place)\n      WHERE NOT EXISTS (SELECT m.id FROM missing m)",
                            "errors,typeHandler=textArray}))\n        WITH ORDINALITY AS i (job_id, id, stage, status, agent, duration_micros, message, error, place)")
                    .caughtBy(JournalContract.class),
            PlantedBug.of(
                            "a page of the journal begins with the last record of the one before",
                            "JournalMapper.xml",
                            "AND (r.recorded_at, r.id, r.job_id) &gt; (",
                            "AND (r.recorded_at, r.id, r.job_id) &gt;= (")
                    .caughtBy(JournalQueryContract.class),
            PlantedBug.of(
                            "the journal goes by id alone",
                            "JournalMapper.xml",
                            "ORDER BY r.recorded_at, r.id, r.job_id</if>",
                            "ORDER BY r.id, r.job_id</if>")
                    .caughtBy(JournalQueryContract.class),
            PlantedBug.of(
                            "the first entry of a stage is taken for its latest",
                            "JournalMapper.xml",
                            "ORDER BY l.stage, l.recorded_at DESC, l.id DESC",
                            "ORDER BY l.stage, l.recorded_at, l.id")
                    .caughtBy(JournalQueryContract.class),
            PlantedBug.of(
                            "a purge takes what was recorded at its border",
                            "JournalMapper.xml",
                            "FROM reelstore.job_metric r\n      WHERE r.recorded_at &lt; #{before}",
                            "FROM reelstore.job_metric r\n      WHERE r.recorded_at &lt;= #{before}")
                    .caughtBy(JournalQueryContract.class),
            PlantedBug.of(
                            "targets that begin alike are the same",
                            "JobMapper.xml",
                            "left(j.target_id, 200) = left(t.target_id, 200)\n        AND j.target_id = t.target_id",
                            "left(j.target_id, 200) = left(t.target_id, 200)")
                    .caughtBy(BatchExistenceContract.class),
            PlantedBug.of(
                            "a purge takes what finished at its border",
                            "JobMapper.xml",
                            "e.finished_at &lt; #{finishedBefore}",
                            "e.finished_at &lt;= #{finishedBefore}")
                    .caughtBy(PurgeContract.class),
            PlantedBug.of(
                            "a purge takes finished jobs in any status",
                            "JobMapper.xml",
                            " AND e.status = ANY (#{statuses,typeHandler=textArray})\n      ORDER BY e.finished_at",
                            "\n      ORDER BY e.finished_at")
                    .caughtBy(PurgeContract.class),
            PlantedBug.of(
                            "a purge waits for another",
                            "JobMapper.xml",
                            "FOR UPDATE OF j, e SKIP LOCKED",
                            "FOR UPDATE OF j, e")
                    .caughtBy(PurgeRaceContract.class),
            PlantedBug.of(
                            "gates are swept from under an older view",
                            "JobMapper.xml",
                            "&lt;&gt; 'read committed'\n      FOR SHARE",
                            "&lt;&gt; 'read committed'")
                    .caughtBy(PurgeRaceContract.class),
            PlantedBug.of(
                            "a page of jobs is retried past gates that were swept",
                            "JobMapper.xml",
                            " AND (SELECT count(s.one_row) FROM sweeps s) &lt;= 1",
                            "")
                    .caughtBy(PurgeRaceContract.class));

    private PlantedRetentionBugs() {}
}
