package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.contract.StandingContract;
import dev.reelstore.testkit.contract.SweepContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in telling why a job stands still, and in ending or retrying many. */
final class PlantedOperatorBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of("workers of other queues count", "JobMapper.xml", "w.queue = #{queue} AND #{type}", "#{type}")
                    .caughtBy(StandingContract.class),
            PlantedBug.of("workers for other types count", "JobMapper.xml", " AND #{type} = ANY (w.types)", "")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "workers that are gone count",
                            "JobMapper.xml",
                            " AND w.lease_until &gt; (SELECT reelstore.clock())",
                            "")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "jobs that are held go first",
                            "JobMapper.xml",
                            "r.queue = #{queue} AND r.worker IS NULL",
                            "r.queue = #{queue}")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "jobs that are not due go first",
                            "JobMapper.xml",
                            " AND l.run_at &lt;= (SELECT reelstore.clock())\n          AND (l.priority",
                            "\n          AND (l.priority")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "jobs that no such worker takes go first",
                            "JobMapper.xml",
                            "          AND r.type = ANY (ARRAY (SELECT unnest(w.types) FROM takers w))\n",
                            "")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "the last in line is told as the next",
                            "JobMapper.xml",
                            "ORDER BY a.priority, a.run_at, a.job_id LIMIT 1",
                            "ORDER BY a.priority DESC, a.run_at DESC, a.job_id DESC LIMIT 1")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "a worker's new duty does not replace the old",
                            "ClaimMapper.xml",
                            ", queue = excluded.queue, types = excluded.types",
                            "")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "a claim does not tell what it asks for",
                            "LoneClaims.java",
                            "request.lease(), request.duty()));\n            }",
                            "request.lease(), null));\n            }")
                    .caughtBy(StandingContract.class),
            PlantedBug.of(
                            "many retries take up what is completed too",
                            "JobSweep.java",
                            "query.within(JobStatus.retryable())",
                            "query.within(java.util.Set.of(JobStatus.values()))")
                    .caughtBy(SweepContract.class),
            PlantedBug.of(
                            "a sweep does not look again at what it waited for",
                            "JobMapper.xml",
                            "DELETE FROM reelstore.job d\n    WHERE d.id = ANY (ARRAY (SELECT j.id <include refid=\"from\"/> <include refid=\"matching\"/>))",
                            "DELETE FROM reelstore.job d\n    WHERE d.id = ANY (#{among,typeHandler=uuidArray})")
                    .caughtBy(SweepContract.class),
            PlantedBug.of(
                            "many cancels do not hold what they end",
                            "JobSweep.java",
                            "jobs.lockAllLive(ids);\n                    return jobs.cancelAll",
                            "return jobs.cancelAll")
                    .caughtBy(SweepContract.class),
            PlantedBug.of(
                            "a retry of many is blocked by nothing",
                            "JobSweep.java",
                            "boolean free = blocking.isEmpty()",
                            "boolean free = true || blocking.isEmpty()")
                    .caughtBy(SweepContract.class),
            PlantedBug.of("a page has no end", "JobSweep.java", "change.of(ids), page.next()", "change.of(ids), null")
                    .caughtBy(SweepContract.class));

    private PlantedOperatorBugs() {}
}
