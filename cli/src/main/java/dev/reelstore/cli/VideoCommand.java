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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
final class VideoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "ID|PATH|HASH",
            description = "A video's id or its job's, or its source file or the SHA-256 of that.")
    private String subject = "";

    @Option(names = "--json", description = "Print it as one JSON object.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    VideoCommand() {}

    @Override
    public Integer call() {
        StoreAddress address = store.address();
        Subject meant = Subject.of(subject);
        try (Resources resources = Resources.ofThisProcess()) {
            Persistence open =
                    resources.open(() -> OpenStore.forReading(address)).persistence();
            Video video = meant.video(open)
                    .orElseThrow(() -> new CommandException("there is no video for " + meant.name()
                            + (meant.job(open).isPresent()
                                    ? ", but a job: 'reelstore job " + subject + "' shows how it stands"
                                    : ": 'reelstore jobs' lists what was processed")));
            print(
                    video,
                    open.qualities().list(video.id()),
                    Subject.jobOf(video, open)
                            .map(job -> Found.in(open, job.id()))
                            .orElse(Found.NOTHING));
        }
        return ExitStatus.OK;
    }

    private void print(Video video, List<VideoQuality> qualities, Found found) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(VideoView.of(video, qualities, found)));
        } else {
            VideoText.lines(video, qualities, found, Terminal.output().columns())
                    .forEach(out::println);
        }
        out.flush();
    }
}
