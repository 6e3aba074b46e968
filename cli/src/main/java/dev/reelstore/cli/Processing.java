package dev.reelstore.cli;

import dev.reelstore.cli.media.Ffmpeg;
import dev.reelstore.cli.media.Leftovers;
import dev.reelstore.cli.pipeline.InputFile;
import dev.reelstore.cli.pipeline.InputFiles;
import dev.reelstore.cli.pipeline.JobParameters;
import dev.reelstore.cli.pipeline.PipelineRun;
import dev.reelstore.cli.pipeline.Reason;
import dev.reelstore.cli.report.BarDisplay;
import dev.reelstore.cli.report.Display;
import dev.reelstore.cli.report.PlainDisplay;
import dev.reelstore.cli.report.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** One run of {@code process}, from an open store to the summary. */
final class Processing {

    private final StoreAddress address;
    private final JobParameters parameters;
    private final int workers;
    private final Display display;
    private final ResultPrinter printer;

    /**
     * @param workers how many files are worked on at once
     * @param json whether standard output is for programs
     * @param verbose whether libraries write to the error output too, so that it takes only plain lines
     */
    Processing(
            CommandLine command,
            StoreAddress address,
            JobParameters parameters,
            int workers,
            boolean json,
            boolean verbose) {
        this.address = address;
        this.parameters = parameters;
        this.workers = workers;
        this.display =
                display(command.getErr(), verbose || json && Terminal.output().present());
        this.printer = new ResultPrinter(command, json);
    }

    /** @param shared whether something else writes to the same terminal, which bars do not bear */
    private static Display display(PrintWriter err, boolean shared) {
        Terminal terminal = Terminal.errors();
        return terminal.redrawable() && !shared ? new BarDisplay(err, terminal.columns()) : new PlainDisplay(err);
    }

    /** Says that a directory has no video files. */
    void mention(Path barren) {
        display.say(barren + ": no video files in it (looked for ."
                + InputFiles.extensions().replace(", ", ", .")
                + "); a file that is named itself is taken whatever it is called");
    }

    /** Works until all files have ended, and answers the exit status. */
    int run(List<InputFile> files, Ffmpeg ffmpeg) {
        try (Resources resources = Resources.ofThisProcess()) {
            resources.open(() -> display);
            resources.atSignal(() -> {
                display.say("stopping; what is not finished goes back into the queue");
                display.close();
            });
            ffmpeg.passedOver().forEach(display::say);
            Leftovers.sweep(parameters.out());
            OpenStore store = resources.open(() -> OpenStore.forWork(address, workers, display::say));
            checkWritable(parameters.out());
            PipelineRun run = new PipelineRun(
                    store.reelstore(), ffmpeg, parameters, workers, new Narrator(display, parameters, files.size()));
            resources.open(run::start);
            run.process(files, result -> printer.take(result, store.reelstore()), Resources::holdIfEnding);
        }
        Resources.holdIfEnding();
        return printer.finish();
    }

    /** Said once before the first file, instead of by each of them. */
    private static void checkWritable(Path out) {
        try {
            if (!Files.isWritable(Files.createDirectories(out))) {
                throw new AccessDeniedException(out.toString());
            }
        } catch (IOException failure) {
            throw new CommandException(
                    "cannot write to " + out + " (" + Reason.of(failure) + "): name another directory with --out",
                    failure);
        }
    }
}
