package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.HeartbeatRequest.Report;
import dev.reelstore.domain.job.StageProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports of progress turned into one list per column, with one report for each stage of a claim. */
record ProgressReports(List<Report> reports) {

    /** Of several reports for one stage of a claim, the last one. */
    static ProgressReports lastOfEach(List<Report> reports) {
        Map<List<Object>, Report> last = new LinkedHashMap<>();
        for (Report report : reports) {
            Claim claim = report.claim();
            last.put(
                    List.of(
                            claim.jobId(),
                            claim.fence(),
                            claim.token(),
                            report.progress().stage()),
                    report);
        }
        return new ProgressReports(List.copyOf(last.values()));
    }

    List<UUID> jobs() {
        return reports.stream().map(report -> report.claim().jobId().value()).toList();
    }

    List<Long> fences() {
        return reports.stream().map(report -> report.claim().fence()).toList();
    }

    List<UUID> tokens() {
        return reports.stream().map(report -> report.claim().token()).toList();
    }

    List<String> stages() {
        return reports.stream().map(report -> report.progress().stage()).toList();
    }

    List<Integer> weights() {
        return reports.stream().map(report -> report.progress().weight()).toList();
    }

    List<Integer> percents() {
        return reports.stream().map(report -> hundredths(report.progress())).toList();
    }

    List<@Nullable String> messages() {
        List<@Nullable String> messages = new ArrayList<>(reports.size());
        reports.forEach(report -> messages.add(report.progress().message()));
        return messages;
    }

    private static int hundredths(StageProgress progress) {
        return Math.toIntExact(Math.round(progress.percent() * 100));
    }
}
