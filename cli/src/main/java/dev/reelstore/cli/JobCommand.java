package dev.reelstore.cli;

import dev.reelstore.cli.report.Found;
import dev.reelstore.cli.report.JobText;
import dev.reelstore.cli.report.JobView;
import dev.reelstore.cli.report.Journal;
import dev.reelstore.cli.report.Json;
import dev.reelstore.cli.report.Terminal;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.StageState;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows everything about one job. */
@Command(
        name = "job",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        description =
                "Shows everything about a job: where it stands, its stages, what was found, who works on it, why it failed.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the job is shown", "1:there is no such job, or it could not be read", "2:wrong usage"})
final class JobCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "ID|PATH|HASH",
            description = "A job's id, or a file or its SHA-256 for the last job of that content.")
    private String subject = "";

    @Option(names = "--json", description = "Print it as one JSON object.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    JobCommand() {}

    @Override
    public Integer call() {
        StoreAddress address = store.address();
        Subject meant = Subject.of(subject);
        try (Resources resources = Resources.ofThisProcess()) {
            Persistence open =
                    resources.open(() -> OpenStore.forReading(address)).persistence();
            Job job = meant.job(open)
                    .orElseThrow(() -> new CommandException(
                            "there is no job for " + meant.name() + ": 'reelstore jobs' lists those there are"));
            print(job, open.jobs().stages(job.id()), Journal.of(open, job.id()), Found.in(open, job.id()), open.now());
        }
        return ExitStatus.OK;
    }

    private void print(Job job, List<StageState> stages, Journal journal, Found found, Instant now) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(JobView.of(job, stages, journal, found, now)));
        } else {
            JobText.lines(job, stages, journal, found, now, Terminal.output().columns())
                    .forEach(out::println);
        }
        out.flush();
    }
}
