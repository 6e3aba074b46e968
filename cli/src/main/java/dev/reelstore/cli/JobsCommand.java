package dev.reelstore.cli;

import dev.reelstore.cli.report.JobTable;
import dev.reelstore.cli.report.JobView;
import dev.reelstore.cli.report.Json;
import dev.reelstore.cli.report.Terminal;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobQuery;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists jobs, the last created first. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        description = "Lists the jobs in the store, the last created first.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the jobs are shown, if there are any", "1:they could not be read", "2:wrong usage"})
final class JobsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most this many, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            description = "Go on after this place, which the page before has given.")
    private @Nullable String after;

    @Option(names = "--json", description = "Print one JSON object for each job.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    JobsCommand() {}

    @Override
    public Integer call() {
        StoreAddress address = store.address();
        JobFilter chosen = filter.chosen();
        JobQuery limited =
                store.checked("--limit", () -> JobQuery.newestFirst(chosen).limit(limit));
        JobQuery query = store.checked("--after", () -> limited.after(after == null ? null : JobCursor.parse(after)));
        try (Resources resources = Resources.ofThisProcess()) {
            Persistence open =
                    resources.open(() -> OpenStore.forReading(address)).persistence();
            Instant now = open.now();
            print(open.jobs().list(query.filter(filter.asOf(chosen, now))), now);
        }
        return ExitStatus.OK;
    }

    private void print(JobPage page, Instant now) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            page.jobs().forEach(job -> out.println(Json.line(JobView.inList(job, now))));
        } else if (page.jobs().isEmpty()) {
            out.println("No jobs.");
        } else {
            JobTable.lines(page.jobs(), Terminal.output().columns()).forEach(out::println);
        }
        if (page.next() != null) {
            spec.commandLine().getErr().println("There are more: --after " + page.next());
        }
        out.flush();
    }
}
