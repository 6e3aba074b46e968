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
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

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
final class JobCommand extends SubjectCommand {

    @Parameters(
            paramLabel = "ID|PATH|HASH",
            description = "A job's id, or a file or its SHA-256 for the last job of that content.")
    private String subject = "";

    JobCommand() {}

    @Override
    String subject() {
        return subject;
    }

    @Override
    void show(Persistence open, Subject meant, PrintWriter out, boolean json) {
        Job job = meant.job(open).orElseThrow(meant::noJob);
        List<StageState> stages = open.jobs().stages(job.id());
        Journal journal = Journal.of(open, job.id());
        Found found = Found.in(open, job.id());
        Instant now = open.now();
        if (json) {
            out.println(Json.line(JobView.of(job, stages, journal, found, now)));
        } else {
            JobText.lines(job, stages, journal, found, now, Terminal.output().columns())
                    .forEach(out::println);
        }
    }
}
