package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.contract.AnalysisCascadeContract;
import dev.reelstore.testkit.contract.AnalysisContract;
import dev.reelstore.testkit.contract.AnalysisQueryContract;
import dev.reelstore.testkit.contract.AnalyzedJobContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in keeping and finding what was found in the media of jobs. */
final class PlantedAnalysisBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "findings are kept while their job is being deleted",
                            "FindingMapper.xml",
                            "\n    FOR KEY SHARE\n",
                            "\n")
                    .caughtBy(AnalysisCascadeContract.class),
            PlantedBug.of(
                            "the id of a finding in another job is taken for a repeat",
                            "Findings.java",
                            "owner != null && !owner.equals(finding.job())",
                            "false")
                    .caughtBy(AnalysisContract.class),
            PlantedBug.of("a replacement is an addition", "Findings.java", "findings.delete(job, kind);", "")
                    .caughtBy(AnalysisContract.class),
            PlantedBug.of(
                            "replacements take no turns",
                            "FindingMapper.xml",
                            "WHERE j.id = #{job} FOR NO KEY UPDATE",
                            "WHERE j.id = #{job}")
                    .caughtBy(AnalysisCascadeContract.class),
            PlantedBug.of(
                            "findings go by id",
                            "FindingMapper.xml",
                            "      f.start_micros, f.id\n    LIMIT",
                            "      f.id\n    LIMIT")
                    .caughtBy(AnalysisQueryContract.class),
            PlantedBug.of(
                            "a range overlaps what it touches",
                            "FindingMapper.xml",
                            "f.start_micros &lt; #{overlapping.beyond}",
                            "f.start_micros &lt;= #{overlapping.end}")
                    .caughtBy(AnalysisQueryContract.class),
            PlantedBug.of(
                            "wildcards are alive in what is searched for",
                            "FindingMapper.xml",
                            "strpos(f.folded, #{folded}) &gt; 0",
                            "f.folded LIKE '%' || #{folded} || '%'")
                    .caughtBy(AnalysisQueryContract.class),
            PlantedBug.of(
                            "what is searched for is folded by the database",
                            "FindingMapper.xml",
                            "strpos(f.folded, #{folded}) &gt; 0",
                            "strpos(lower(f.text), lower(#{folded})) &gt; 0")
                    .caughtBy(AnalysisQueryContract.class),
            PlantedBug.of(
                            "a job without clips is not there",
                            "JobMapper.xml",
                            "LEFT JOIN reelstore.clip c",
                            "JOIN reelstore.clip c")
                    .caughtBy(AnalyzedJobContract.class),
            PlantedBug.of(
                            "jobs without highlights are not counted",
                            "JobMapper.xml",
                            "AS highlights\n    <include refid=\"fromAll\"/>",
                            "AS highlights\n    <include refid=\"fromAll\"/>\n"
                                    + "    JOIN (SELECT DISTINCT job_id FROM reelstore.highlight) x ON x.job_id = j.id")
                    .caughtBy(AnalyzedJobContract.class));

    private PlantedAnalysisBugs() {}
}
