package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.contract.HistoryContract;
import dev.reelstore.testkit.contract.InterleavingContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;
import java.util.stream.Stream;

/** Mistakes that show when many meet: in the histories of a crowd, or in some order of the steps of two units. */
final class PlantedHistoryBugs {

    private static final List<PlantedBug> OF_CROWDS = List.of(
            PlantedBug.of("no claim compares its fence", "ClaimMapper.xml", "AND l.fence = #{claim.fence} ", ""),
            PlantedBug.of("no claim compares its token", "ClaimMapper.xml", " AND l.token = #{claim.token}", ""),
            PlantedBug.of("claims take what others hold", "ClaimMapper.xml", " AND r.worker IS NULL", ""),
            PlantedBug.of(
                    "claims lock nothing",
                    "ClaimMapper.xml",
                    "FOR NO KEY UPDATE SKIP LOCKED))\n  </sql>",
                    "))\n  </sql>"),
            PlantedBug.of(
                    "a claim leaves the fence as it is", "ClaimMapper.xml", "fence = l.fence + 1", "fence = l.fence"),
            PlantedBug.of(
                    "a claim is content with one job",
                    "ClaimMapper.xml",
                    "LIMIT #{limit}\n      FOR NO KEY UPDATE SKIP LOCKED))\n  </sql>",
                    "LIMIT 1\n      FOR NO KEY UPDATE SKIP LOCKED))\n  </sql>"),
            PlantedBug.of(
                    "workers that live are rescued",
                    "ClaimMapper.xml",
                    "w.lease_until &lt;= (SELECT reelstore.clock())\n        AND ",
                    ""),
            PlantedBug.of(
                    "heartbeats keep quiet about lost claims",
                    "ClaimMapper.xml",
                    "l.job_id = c.job_id AND l.fence = c.fence AND l.token = c.token",
                    "l.job_id = c.job_id"),
            PlantedBug.of(
                    "completions that come together compare nothing",
                    "ClaimMapper.xml",
                    "l.job_id = i.job_id AND l.fence = i.fence AND l.token = i.token\n      RETURNING",
                    "l.job_id = i.job_id\n      RETURNING"),
            PlantedBug.of(
                    "units that throw are committed",
                    "ActiveUnit.java",
                    "            transaction.rollback();",
                    "            transaction.commit();"));

    private static final List<PlantedBug> OF_TWO_UNITS = List.of(
            PlantedBug.of(
                    "a rescue frees what others took meanwhile",
                    "ClaimMapper.xml",
                    "ORDER BY l.job_id\n      FOR UPDATE\n    ), waiting",
                    "ORDER BY l.job_id\n    ), waiting"),
            PlantedBug.of(
                    "two that choose a default take no turns",
                    "QualityMapper.xml",
                    "WHERE v.id = #{video} FOR NO KEY UPDATE;",
                    "WHERE v.id = #{video};"),
            PlantedBug.of(
                    "what is to be the default may fail meanwhile",
                    "QualityMapper.xml",
                    "ORDER BY q.level, q.variant\n    FOR NO KEY UPDATE;",
                    "ORDER BY q.level, q.variant;"),
            PlantedBug.of(
                    "two that create a job take no turns",
                    "JobMapper.xml",
                    "WHERE held.locked &lt;= 1\n    ON CONFLICT (target_hash) DO UPDATE SET turn = job_gate.turn + 1",
                    "WHERE held.locked &lt;= 1\n    ON CONFLICT DO NOTHING"),
            PlantedBug.of(
                    "a video may go while a rendition comes", "QualityMapper.xml", "      FOR KEY SHARE OF v", ""),
            PlantedBug.of(
                    "a job may go while a stage comes",
                    "ClaimMapper.xml",
                    "      ORDER BY l.job_id\n      FOR KEY SHARE",
                    "      ORDER BY l.job_id"));

    static final List<PlantedBug> ALL = Stream.concat(
                    OF_CROWDS.stream().map(bug -> bug.caughtBy(HistoryContract.class)),
                    OF_TWO_UNITS.stream().map(bug -> bug.caughtBy(InterleavingContract.class)))
            .toList();

    private PlantedHistoryBugs() {}
}
