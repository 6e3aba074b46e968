package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.contract.AnalysisCascadeContract;
import dev.reelstore.testkit.contract.AnalysisContract;
import dev.reelstore.testkit.contract.AnalysisQueryContract;
import dev.reelstore.testkit.contract.AnalyzedJobContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in keeping and finding what was found in the media of jobs. */
final class PlantedAnalysisBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of("what was found outlives its job", "State.java", ".analysis(analysis.without(id))", "")
                    .caughtBy(AnalysisCascadeContract.class),
            PlantedBug.of(
                            "what was found goes over to another job under the same id",
                            "AnalysisRow.java",
                            "job != null && job.facts() == owner",
                            "job != null")
                    .caughtBy(AnalysisCascadeContract.class),
            PlantedBug.of(
                            "a job is deleted while things are found in it",
                            "InMemoryJobStore.java",
                            "overlay.lock(LockKey.analysis(id));",
                            "")
                    .caughtBy(AnalysisCascadeContract.class),
            PlantedBug.of(
                            "the id of a finding in another job is taken for a repeat",
                            "AnalysisChanges.java",
                            "!there.job().equals(finding.job())",
                            "false")
                    .caughtBy(AnalysisContract.class),
            PlantedBug.of(
                            "a replacement is an addition",
                            "AnalysisChanges.java",
                            "        deleteAll(overlay, job, kind);\n        add",
                            "        add")
                    .caughtBy(AnalysisContract.class),
            PlantedBug.of(
                            "findings go by id",
                            "AnalysisTable.java",
                            ".thenComparing(Finding.IN_ORDER)",
                            ".thenComparing(Finding::id)")
                    .caughtBy(AnalysisQueryContract.class),
            PlantedBug.of(
                            "a range overlaps what it touches",
                            "AnalysisSearch.java",
                            "finding.range().overlaps(range)",
                            "finding.range().start().compareTo(range.end()) <= 0"
                                    + " && finding.range().end().compareTo(range.start()) >= 0")
                    .caughtBy(AnalysisQueryContract.class),
            PlantedBug.of(
                            "text is found in its own case only",
                            "AnalysisSearch.java",
                            "CaseFolding.fold(segment.text()).contains(part)",
                            "segment.text().contains(part)")
                    .caughtBy(AnalysisQueryContract.class),
            PlantedBug.of("the best do not come first", "AnalysisSearch.java", "query.byScore()", "false")
                    .caughtBy(AnalysisQueryContract.class),
            PlantedBug.of(
                            "counts end at the limit",
                            "AnalysisSearch.java",
                            "matching(overlay, query).count()",
                            "matching(overlay, query).limit(query.limit()).count()")
                    .caughtBy(AnalysisQueryContract.class),
            PlantedBug.of(
                            "jobs without highlights are not counted",
                            "AnalysisSearch.java",
                            "FindingKind.HIGHLIGHT).size()))",
                            "FindingKind.HIGHLIGHT).size()))\n.filter(count -> count.highlights() > 0)")
                    .caughtBy(AnalyzedJobContract.class));

    private PlantedAnalysisBugs() {}
}
