package dev.reelstore.cli;

import dev.reelstore.cli.report.Found;
import dev.reelstore.cli.report.Json;
import dev.reelstore.cli.report.Terminal;
import dev.reelstore.cli.report.VideoText;
import dev.reelstore.cli.report.VideoView;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.Video;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a video and its renditions. */
@Command(
        name = "video",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        description =
                "Shows a video, its renditions, the best first, with the default marked, and what was found in it.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:the video is shown", "1:there is no such video, or it could not be read", "2:wrong usage"})
final class VideoCommand extends SubjectCommand {

    @Parameters(
            paramLabel = "ID|PATH|HASH",
            description = "A video's id or its job's, or its source file or the SHA-256 of that.")
    private String subject = "";

    VideoCommand() {}

    @Override
    String subject() {
        return subject;
    }

    @Override
    void show(Persistence open, Subject meant, PrintWriter out, boolean json) {
        Video video = meant.video(open)
                .orElseThrow(() -> new CommandException("there is no video for " + meant.name()
                        + (meant.job(open).isPresent()
                                ? ", but a job: 'reelstore job " + subject + "' shows how it stands"
                                : ": 'reelstore jobs' lists what was processed")));
        List<VideoQuality> qualities = open.qualities().list(video.id());
        Found found =
                Subject.jobOf(video, open).map(job -> Found.in(open, job.id())).orElse(Found.NOTHING);
        if (json) {
            out.println(Json.line(VideoView.of(video, qualities, found)));
        } else {
            VideoText.lines(video, qualities, found, Terminal.output().columns())
                    .forEach(out::println);
        }
    }
}
