package dev.reelstore.cli;

import dev.reelstore.cli.report.Json;
import dev.reelstore.cli.report.StandingText;
import dev.reelstore.cli.report.StandingView;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.JobStanding;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells why a job does not move. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        description = "Tells why a job stands where it stands: who is before it, until when it waits, who works on it,"
                + " why it failed, and what can be done.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:it is told", "1:there is no such job, or it could not be read", "2:wrong usage"})
final class WhyCommand extends SubjectCommand {

    @Parameters(
            paramLabel = "ID|PATH|HASH",
            description = "A job's id or its video's, or a file or its SHA-256 for the last job of that content.")
    private String subject = "";

    WhyCommand() {}

    @Override
    String subject() {
        return subject;
    }

    @Override
    void show(Persistence open, Subject meant, PrintWriter out, boolean json) {
        JobStanding standing = meant.jobOrOneForVideo(open)
                .flatMap(job -> open.jobs().explain(job.id()))
                .orElseThrow(meant::noJob);
        if (json) {
            out.println(Json.line(StandingView.of(standing)));
        } else {
            StandingText.lines(standing).forEach(out::println);
        }
    }
}
