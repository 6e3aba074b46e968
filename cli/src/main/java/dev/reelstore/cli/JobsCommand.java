package dev.reelstore.cli;

import dev.reelstore.cli.report.JobView;
import dev.reelstore.cli.report.Json;
import dev.reelstore.cli.report.Terminal;
import dev.reelstore.cli.report.TextTable;
import dev.reelstore.cli.report.Words;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobCursor;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobPage;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.JobStatus;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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

    @Option(
            names = "--status",
            split = ",",
            paramLabel = "STATUS",
            description = "Only jobs in one of these: queued, running, completed, failed, cancelled.")
    private List<String> statuses = List.of();

    @Option(names = "--type", paramLabel = "TYPE", description = "Only jobs of this type, such as video_process.")
    private @Nullable String type;

    @Option(names = "--queue", paramLabel = "QUEUE", description = "Only jobs in this queue.")
    private @Nullable String queue;

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
        JobFilter filter = checked(
                "--status",
                () -> JobFilter.all()
                        .statuses(statuses.stream()
                                .map(JobStatus::parse)
                                .distinct()
                                .toList()));
        JobFilter typed = checked("--type", () -> filter.type(type));
        JobFilter queued = checked("--queue", () -> typed.queue(queue));
        JobQuery limited = checked("--limit", () -> JobQuery.newestFirst(queued).limit(limit));
        JobQuery query = checked("--after", () -> limited.after(after == null ? null : JobCursor.parse(after)));
        try (Resources resources = Resources.ofThisProcess()) {
            Persistence open =
                    resources.open(() -> OpenStore.forReading(address)).persistence();
            print(open.jobs().list(query), open.now());
        }
        return ExitStatus.OK;
    }

    private <T> T checked(String option, Supplier<T> making) {
        try {
            return making.get();
        } catch (InvalidDataException broken) {
            throw store.refusal(option + ": " + broken.getMessage());
        }
    }

    private void print(JobPage page, Instant now) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            page.jobs().forEach(job -> out.println(Json.line(JobView.of(job, null, null, null, now))));
        } else if (page.jobs().isEmpty()) {
            out.println("No jobs.");
        } else {
            TextTable table = TextTable.of("JOB", "STATUS", ">TRY", "FILE", "CREATED", "TYPE", "ERROR");
            page.jobs().forEach(job -> row(table, job));
            table.lines(Terminal.output().columns()).forEach(out::println);
        }
        if (page.next() != null) {
            spec.commandLine().getErr().println("There are more: --after " + page.next());
        }
        out.flush();
    }

    private static void row(TextTable table, Job job) {
        table.row(
                job.id(),
                job.status(),
                job.attempt(),
                job.source() == null || job.source().fileName() == null
                        ? job.target()
                        : job.source().fileName(),
                Words.time(job.createdAt()),
                job.type(),
                job.error() == null ? "" : job.error());
    }
}
