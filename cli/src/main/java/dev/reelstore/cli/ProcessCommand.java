package dev.reelstore.cli;

import dev.reelstore.cli.media.Ffmpeg;
import dev.reelstore.cli.media.FfmpegFinder;
import dev.reelstore.cli.media.Ladder;
import dev.reelstore.cli.pipeline.InputFiles;
import dev.reelstore.cli.pipeline.JobParameters;
import dev.reelstore.domain.quality.QualityLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Renders the ladder of each video file and keeps jobs, videos and renditions in the store. */
@Command(
        name = "process",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        description = {
            "Renders each video file in several sizes, and keeps its job, the video and its renditions in the store.",
            "",
            "Files that were completed before are not done again, files that failed are tried again. Several of these"
                    + " commands on one store share the work."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all files are completed",
            "1:it could not run; the message says why",
            "2:wrong usage; nothing was begun",
            "3:some files failed, the others are completed"
        })
final class ProcessCommand implements Callable<Integer> {

    private static final int MOST_WORKERS = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE|DIR",
            arity = "1..*",
            description = "Video files; a directory stands for those in it, at any depth.")
    private List<Path> arguments = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the renditions land (default: renditions in the data directory).")
    private @Nullable Path out;

    @Option(
            names = "--max-level",
            paramLabel = "LEVEL",
            defaultValue = "720p",
            description = "Render nothing above this level, 2160p to 144p (default: ${DEFAULT-VALUE}).")
    private String maxLevel = "";

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many files to work on at once (default: as many as this machine has processors).")
    private @Nullable Integer workers;

    @Option(
            names = "--ffmpeg",
            paramLabel = "PATH",
            description = "The FFmpeg to use (default: the one on the PATH, else one that comes along).")
    private @Nullable Path ffmpeg;

    @Option(names = "--json", description = "Print one JSON object for each file on standard output.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    ProcessCommand() {}

    @Override
    public Integer call() {
        StoreAddress address = store.address();
        QualityLevel level = level();
        int concurrency =
                workers == null ? Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors()) : workers;
        if (concurrency < 1 || concurrency > MOST_WORKERS) {
            throw store.refusal("--workers is " + workers + ": it must be 1 to " + MOST_WORKERS);
        }
        Path target = out == null ? address.data().resolve("renditions") : out;
        store.checkDirectory("--out", target);
        target = target.toAbsolutePath().normalize();
        arguments.forEach(this::checkArgument);
        checkFfmpeg();

        InputFiles input = InputFiles.of(arguments, List.of(address.data(), target));
        Processing processing = new Processing(
                spec.commandLine(), address, new JobParameters(target, level), concurrency, json, store.verbose());
        input.barren().forEach(processing::mention);
        if (input.files().isEmpty()) {
            return ExitStatus.OK;
        }
        Ffmpeg found = FfmpegFinder.ofThisProcess().find(ffmpeg);
        return processing.run(input.files(), found);
    }

    private QualityLevel level() {
        if (!Ladder.levels().contains(maxLevel)) {
            throw store.refusal(
                    "--max-level is '" + maxLevel + "': it must be one of " + String.join(", ", Ladder.levels()));
        }
        return QualityLevel.parse(maxLevel);
    }

    private void checkArgument(Path argument) {
        if (argument.toString().isEmpty()) {
            throw store.refusal("an argument is empty: name a file or a directory");
        }
        if (Files.notExists(argument)) {
            throw store.refusal("there is no file or directory '" + argument + "'");
        }
    }

    private void checkFfmpeg() {
        if (ffmpeg != null && !(Files.isRegularFile(ffmpeg) && Files.isExecutable(ffmpeg))) {
            throw store.refusal("--ffmpeg is '" + ffmpeg + "': it must be a program that can be run");
        }
    }
}
