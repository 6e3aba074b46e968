package dev.reelstore.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Prints results, as a table for people or as an object a line for scripts. */
final class Report {

    private final PrintStream out;
    private final boolean json;
    private final JsonMapper mapper = JsonMapper.builder().build();

    Report(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void print(Workload workload, List<Result> results) {
        if (json) {
            results.forEach(result -> out.println(mapper.writeValueAsString(result)));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%n%s  %s (%s)%n",
                workload.label(),
                workload.work(),
                workload.unit().label());
        out.printf(Locale.ROOT, "  %-16s %12s %12s %12s %5s %9s%n", "", "median", "min", "max", "runs", "ratio");
        for (Result result : results) {
            out.printf(
                    Locale.ROOT,
                    "  %-16s %12s %12s %12s %5d %9.2f%n",
                    result.contestant(),
                    workload.unit().format(result.median()),
                    workload.unit().format(result.min()),
                    workload.unit().format(result.max()),
                    result.runs(),
                    result.ratioToReelstore());
        }
    }
}
