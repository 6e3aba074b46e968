package dev.reelstore.cli;

import dev.reelstore.cli.pipeline.FileResult;
import dev.reelstore.cli.pipeline.JobParameters;
import dev.reelstore.cli.pipeline.PipelineJobs;
import dev.reelstore.cli.report.FileView;
import dev.reelstore.cli.report.Json;
import dev.reelstore.cli.report.QualityView;
import dev.reelstore.cli.report.Terminal;
import dev.reelstore.cli.report.TextTable;
import dev.reelstore.cli.report.Words;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.video.VideoId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * Tells what became of a command's files: one JSON object for each as soon as it is known, or a table in the end, and a
 * sentence about all.
 *
 * <p>For one thread.
 */
final class ResultPrinter {

    private static final String DELETED = "DELETED";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final TextTable table = TextTable.of("FILE", "STATUS", ">TRY", "DEFAULT", "RENDITIONS", "ERROR");
    private final Set<Path> folders = new LinkedHashSet<>();
    private int completed;
    private int failed;

    ResultPrinter(CommandLine command, boolean json) {
        this.out = command.getOut();
        this.err = command.getErr();
        this.json = json;
    }

    /** Takes one file's result, and reads from the store what belongs to it. */
    void take(FileResult result, Stores stores) {
        FileView view = view(result, stores);
        if (result.completed()) {
            completed++;
            folders.add(JobParameters.of(result.job().parameters()).out());
        } else {
            failed++;
        }
        if (json) {
            out.println(Json.line(view));
            out.flush();
        } else {
            table.row(
                    view.file(),
                    view.status(),
                    view.attempt(),
                    view.qualities().stream()
                            .filter(QualityView::isDefault)
                            .map(QualityView::level)
                            .collect(Collectors.joining()),
                    view.qualities().stream().map(QualityView::level).collect(Collectors.joining(" ")),
                    view.error() == null ? "" : view.error());
        }
    }

    /** Prints what is left to be said, and answers the exit status. */
    int finish() {
        if (!json) {
            Terminal terminal = Terminal.output();
            table.lines(terminal.columns()).forEach(out::println);
            out.println();
        }
        PrintWriter summary = json ? err : out;
        summary.println(Words.count(completed + failed, "file") + ": " + completed + " completed"
                + (failed == 0 ? "" : ", " + failed + " failed")
                + folders.stream()
                        .map(folder -> "; renditions in " + Words.oneLine(folder.toString()))
                        .collect(Collectors.joining()));
        summary.flush();
        return failed == 0 ? ExitStatus.OK : ExitStatus.SOME_FAILED;
    }

    private static FileView view(FileResult result, Stores stores) {
        Job job = result.job();
        Optional<VideoId> video = PipelineJobs.videoOf(job);
        List<QualityView> qualities = video.map(id -> stores.qualities().list(id).stream()
                        .map(QualityView::of)
                        .toList())
                .orElse(List.of());
        return new FileView(
                result.admission().file().given().toString(),
                job.id().toString(),
                video.map(VideoId::toString).orElse(null),
                result.deleted() ? DELETED : job.status().name(),
                job.attempt(),
                result.deleted() ? "the job was deleted before it had ended" : job.error(),
                qualities);
    }
}
