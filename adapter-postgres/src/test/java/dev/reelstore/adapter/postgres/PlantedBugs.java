package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.contract.ClaimContract;
import dev.reelstore.testkit.contract.ClaimGuardContract;
import dev.reelstore.testkit.contract.CloseContract;
import dev.reelstore.testkit.contract.CreateIfAbsentContract;
import dev.reelstore.testkit.contract.DefaultQualityContract;
import dev.reelstore.testkit.contract.HandoverContract;
import dev.reelstore.testkit.contract.HealthContract;
import dev.reelstore.testkit.contract.HeartbeatContract;
import dev.reelstore.testkit.contract.JobCreationContract;
import dev.reelstore.testkit.contract.JobOutputContract;
import dev.reelstore.testkit.contract.JobPageContract;
import dev.reelstore.testkit.contract.JobQueryContract;
import dev.reelstore.testkit.contract.LeaseContract;
import dev.reelstore.testkit.contract.NestedUnitContract;
import dev.reelstore.testkit.contract.QualityBatchContract;
import dev.reelstore.testkit.contract.QualityContract;
import dev.reelstore.testkit.contract.RescueContract;
import dev.reelstore.testkit.contract.RetryContract;
import dev.reelstore.testkit.contract.SettlementBatchContract;
import dev.reelstore.testkit.contract.SettlementContract;
import dev.reelstore.testkit.contract.StageContract;
import dev.reelstore.testkit.contract.StaleClaimContract;
import dev.reelstore.testkit.contract.UnitDoomContract;
import dev.reelstore.testkit.contract.UnitOfWorkContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in the statements, and a few in the transactions around them. */
final class PlantedBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of("the fence is not compared", "ClaimMapper.xml", "AND l.fence = #{claim.fence} ", "")
                    .caughtBy(StaleClaimContract.class),
            PlantedBug.of(
                            "who comes together gets the job of another",
                            "GatheredCreates.java",
                            "created.get(arrival.job().id())",
                            "created.values().iterator().next()")
                    .caughtBy(JobCreationContract.class),
            PlantedBug.of(
                            "a job that another goes before wakes nobody",
                            "AnsweringCreates.java",
                            "session.wakes().afterCommit(Set.of(job.queue()));",
                            "")
                    .caughtBy(HandoverContract.class),
            PlantedBug.of(
                            "a job is handed over before its commit",
                            "AnsweringCreates.java",
                            "session -> both(session, job, request.claims())",
                            "session -> { Both early = both(session, job, request.claims());"
                                    + " request.answer(early.claims()); return new Both(early.created(), List.of()); }")
                    .caughtBy(HandoverContract.class),
            PlantedBug.of("a time is copied to the second", "CopyRows.java", "+ value.getNano() / 1_000", "")
                    .caughtBy(JobCreationContract.class),
            PlantedBug.of(
                            "what is copied must fit into a block",
                            "CopyRows.java",
                            "bytes.length <= BLOCK - Integer.BYTES",
                            "true")
                    .caughtBy(JobCreationContract.class),
            PlantedBug.of(
                            "jobs that are created together are due at once",
                            "JobCopy.java",
                            "boolean due = !runAt.isAfter(now);",
                            "boolean due = true;")
                    .caughtBy(JobCreationContract.class),
            PlantedBug.of(
                            "a claim passes over what has just become due",
                            "ClaimMapper.xml",
                            "NOT #{promoted} AND EXISTS (",
                            "FALSE AND NOT #{promoted} AND EXISTS (")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of(
                            "a claim is given without a lease",
                            "ClaimMapper.xml",
                            "(leased AND NOT overdue)::text",
                            "(NOT overdue)::text")
                    .caughtBy(LeaseContract.class),
            PlantedBug.of(
                            "of many renditions the good ones are put",
                            "QualityMapper.xml",
                            "WHERE (SELECT count(a.place) FROM allowed a) = (SELECT count(n.place) FROM input n)",
                            "WHERE i.place IN (SELECT a.place FROM allowed a)")
                    .caughtBy(QualityBatchContract.class),
            PlantedBug.of("the token is not compared", "ClaimMapper.xml", " AND l.token = #{claim.token}", "")
                    .caughtBy(StaleClaimContract.class),
            PlantedBug.of(
                            "each job that a call claims has a token of its own",
                            "ClaimMapper.xml",
                            "(SELECT gen_random_uuid())",
                            "gen_random_uuid()")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of(
                            "a claim does not go by priority",
                            "ClaimMapper.xml",
                            "ORDER BY r.priority, r.run_at",
                            "ORDER BY r.run_at")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of(
                            "a claim takes other types",
                            "ClaimMapper.xml",
                            " AND r.type = ANY (#{types,typeHandler=textArray})",
                            "")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of("a claim takes jobs that others hold", "ClaimMapper.xml", " AND r.worker IS NULL", "")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of(
                            "a claim waits for others",
                            "ClaimMapper.xml",
                            "FOR NO KEY UPDATE SKIP LOCKED))\n  </sql>",
                            "FOR NO KEY UPDATE))\n  </sql>")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of(
                            "a job does not wait until it is due",
                            "ClaimMapper.xml",
                            " AND l.run_at &lt;= (SELECT reelstore.clock())\n      ORDER",
                            "\n      ORDER")
                    .caughtBy(ClaimContract.class),
            PlantedBug.of(
                            "leases that still hold are rescued",
                            "ClaimMapper.xml",
                            "w.lease_until &lt;= (SELECT reelstore.clock())\n        AND ",
                            "")
                    .caughtBy(RescueContract.class),
            PlantedBug.of(
                            "a heartbeat does not tell which claims are lost",
                            "ClaimMapper.xml",
                            "l.job_id = c.job_id AND l.fence = c.fence AND l.token = c.token",
                            "l.job_id = c.job_id")
                    .caughtBy(HeartbeatContract.class),
            PlantedBug.of(
                            "a release keeps the attempt",
                            "ClaimMapper.xml",
                            "attempts = l.attempts - 1,\n      started_at = CASE WHEN l.attempts &gt; 1 THEN l.started_at END\n    FROM mine",
                            "started_at = NULL\n    FROM mine")
                    .caughtBy(SettlementContract.class),
            PlantedBug.of(
                            "of many completions none is compared with its fence and token",
                            "ClaimMapper.xml",
                            "l.job_id = i.job_id AND l.fence = i.fence AND l.token = i.token\n      RETURNING",
                            "l.job_id = i.job_id\n      RETURNING")
                    .caughtBy(SettlementBatchContract.class),
            PlantedBug.of(
                            "what is completed twice in one call is done twice",
                            "Completions.java",
                            "answers.set(rows.get(row - 1), Settlement.DONE)",
                            "{ Claim claim = all.get(rows.get(row - 1)).claim(); for (int i = 0; i < all.size(); i++) {"
                                    + " if (all.get(i).claim().equals(claim)) { answers.set(i, Settlement.DONE); } } }")
                    .caughtBy(SettlementBatchContract.class),
            PlantedBug.of(
                            "metrics are written though the claim is stale",
                            "ClaimMapper.xml",
                            "AS r (place, id, stage, duration_micros)\n      JOIN gone g",
                            "AS r (place, id, stage, duration_micros)\n      JOIN input g")
                    .caughtBy(JobOutputContract.class),
            PlantedBug.of(
                            "log entries are written though the claim is stale",
                            "ClaimMapper.xml",
                            "duration_micros, message, error)\n      JOIN gone g",
                            "duration_micros, message, error)\n      JOIN input g")
                    .caughtBy(JobOutputContract.class),
            PlantedBug.of(
                            "log entries go to other jobs of the call",
                            "FinishedJobs.java",
                            "rows.add(i + 1L);",
                            "rows.add((long) (outputs.size() - i));")
                    .caughtBy(JobOutputContract.class),
            PlantedBug.of(
                            "findings of finished jobs are forgotten",
                            "PostgresUnitOfWork.java",
                            "if (all.stream().anyMatch(job -> !job.output().findings().isEmpty())) {",
                            "if (false) {")
                    .caughtBy(JobOutputContract.class),
            PlantedBug.of(
                            "a failure is never final",
                            "ClaimMapper.xml",
                            "l.attempts &lt; l.attempt_limit AND #{failure",
                            "#{failure")
                    .caughtBy(SettlementContract.class),
            PlantedBug.of(
                            "a checkpoint overwrites the progress",
                            "ClaimMapper.xml",
                            "SET checkpoint = excluded.checkpoint,",
                            "SET checkpoint = excluded.checkpoint, weight = excluded.weight,")
                    .caughtBy(StageContract.class),
            PlantedBug.of("stages are in no order", "StageMapper.xml", "ORDER BY s.place", "ORDER BY s.stage")
                    .caughtBy(StageContract.class),
            PlantedBug.of(
                            "work under a claim does not hold the job",
                            "ClaimMapper.xml",
                            "<include refid=\"held\"/>\n    FOR NO KEY UPDATE",
                            "<include refid=\"held\"/>")
                    .caughtBy(ClaimGuardContract.class),
            PlantedBug.of(
                            "a rescue passes over jobs that are worked on",
                            "ClaimMapper.xml",
                            "ORDER BY l.job_id\n      FOR UPDATE\n    ), waiting",
                            "ORDER BY l.job_id\n      FOR UPDATE SKIP LOCKED\n    ), waiting")
                    .caughtBy(ClaimGuardContract.class),
            PlantedBug.of(
                            "racing creates take no turns",
                            "JobMapper.xml",
                            "WHERE held.locked &lt;= 1\n    ON CONFLICT (target_hash) DO UPDATE SET turn = job_gate.turn + 1",
                            "WHERE held.locked &lt;= 1\n    ON CONFLICT DO NOTHING")
                    .caughtBy(CreateIfAbsentContract.class),
            PlantedBug.of(
                            "the oldest job that blocks is answered",
                            "JobMapper.xml",
                            "ORDER BY j.created_at DESC, j.id DESC\n    LIMIT 1",
                            "ORDER BY j.created_at, j.id\n    LIMIT 1")
                    .caughtBy(CreateIfAbsentContract.class),
            PlantedBug.of(
                            "lists go by id alone",
                            "JobMapper.xml",
                            "<sql id=\"page\">\n    <if test=\"newestFirst\">ORDER BY j.created_at DESC, j.id",
                            "<sql id=\"page\">\n    <if test=\"newestFirst\">ORDER BY j.id")
                    .caughtBy(JobQueryContract.class),
            PlantedBug.of(
                            "a page begins with the last job of the one before",
                            "JobMapper.xml",
                            "AND (j.created_at, j.id) &gt; (",
                            "AND (j.created_at, j.id) &gt;= (")
                    .caughtBy(JobPageContract.class),
            PlantedBug.of(
                            "a retry allows no more attempts",
                            "JobMapper.xml",
                            "g.attempts + j.max_attempts",
                            "j.max_attempts")
                    .caughtBy(RetryContract.class),
            PlantedBug.of(
                            "a put changes the id",
                            "QualityMapper.xml",
                            "DO UPDATE SET url = excluded.url",
                            "DO UPDATE SET id = excluded.id, url = excluded.url")
                    .caughtBy(QualityContract.class),
            PlantedBug.of(
                            "a put takes the flag of a default",
                            "QualityMapper.xml",
                            "is_default = q.is_default AND excluded.status &lt;&gt; 'FAILED',",
                            "is_default = FALSE,")
                    .caughtBy(QualityContract.class),
            PlantedBug.of(
                            "the old default keeps its flag",
                            "QualityMapper.xml",
                            "WHERE q.video_id = #{video} AND q.is_default AND",
                            "WHERE q.video_id = #{video} AND FALSE AND")
                    .caughtBy(DefaultQualityContract.class),
            PlantedBug.of(
                            "a default that fails keeps its flag",
                            "QualityMapper.xml",
                            "is_default = q.is_default AND coalesce(#{patch.status}::text, q.status) &lt;&gt; 'FAILED'",
                            "is_default = q.is_default")
                    .caughtBy(DefaultQualityContract.class),
            PlantedBug.of(
                            "a rendition of another video becomes the default",
                            "QualityMapper.xml",
                            "q.video_id = #{video} AND (q.id = #{id} OR q.is_default)",
                            "(q.id = #{id} OR q.video_id = #{video} AND q.is_default)")
                    .caughtBy(DefaultQualityContract.class),
            PlantedBug.of(
                            "a unit that throws is committed",
                            "ActiveUnit.java",
                            "            transaction.rollback();",
                            "            transaction.commit();")
                    .caughtBy(UnitOfWorkContract.class),
            PlantedBug.of(
                            "a swallowed failure of a store is committed",
                            "ActiveUnit.java",
                            "            doom.by(failure);\n            throw failure;\n        }\n    }\n\n    @Override\n    public <T extends @Nullable Object> T write",
                            "            throw failure;\n        }\n    }\n\n    @Override\n    public <T extends @Nullable Object> T write")
                    .caughtBy(UnitDoomContract.class),
            PlantedBug.of(
                            "nested work does not undo itself",
                            "UnitSavepoints.java",
                            "transaction.rollbackTo(savepoint);\n            transaction.release(savepoint);",
                            "transaction.release(savepoint);")
                    .caughtBy(NestedUnitContract.class),
            PlantedBug.of(
                            "a question about the pool keeps its connection",
                            "PostgresHealth.java",
                            "transaction.rollback();",
                            "LOG.trace(\"kept\");")
                    .caughtBy(HealthContract.class),
            PlantedBug.of(
                            "a pool that gives no connection is healthy",
                            "PostgresHealth.java",
                            "return false;",
                            "return true;")
                    .caughtBy(HealthContract.class),
            PlantedBug.of(
                            "connections that are free are not counted",
                            "HikariFigures.java",
                            "now.getIdleConnections(),",
                            "0,")
                    .caughtBy(HealthContract.class),
            PlantedBug.of(
                            "a unit commits into a store that was closed",
                            "ActiveUnit.java",
                            "        try {\n            source.requireOpen();\n            if (doom.sealed()) {",
                            "        try {\n            if (doom.sealed()) {")
                    .caughtBy(CloseContract.class),
            PlantedBug.of(
                            "a closed store says that it is open",
                            "PostgresHealth.java",
                            "return !source.closed();",
                            "return true;")
                    .caughtBy(HealthContract.class));

    private PlantedBugs() {}
}
