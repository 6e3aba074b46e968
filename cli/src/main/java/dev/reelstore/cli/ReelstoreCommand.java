package dev.reelstore.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The root of the {@code reelstore} command line; it does nothing by itself but show its usage.
 *
 * <p>Exit status 2 means wrong usage, for all subcommands too.
 */
@Command(
        name = "reelstore",
        description = "Keeps the jobs, videos and renditions of video pipelines.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        subcommands = {
            ProcessCommand.class,
            JobsCommand.class,
            JobCommand.class,
            VideoCommand.class,
            WhyCommand.class,
            RetryCommand.class,
            CancelCommand.class,
            DeleteCommand.class,
            BenchCommand.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all was done, or shown",
            "1:it could not run, or there is no such thing",
            "2:wrong usage",
            "3:some files failed, or some jobs were left as they are"
        })
public final class ReelstoreCommand implements Runnable {

    /** Set before anything runs. */
    @Spec
    private @Nullable CommandSpec spec;

    ReelstoreCommand() {}

    /**
     * Runs the command line and ends the process with its exit status.
     *
     * @param arguments what the user typed
     */
    public static void main(String... arguments) {
        // Guice reads it when its first class loads; generated classes would use what newer JDKs warn about.
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        CommandLine command = commandLine()
                .setOut(new PrintWriter(output, false, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        int status = command.execute(arguments);
        command.getOut().flush();
        System.exit(output.complaint()
                .map(complaint -> {
                    command.getErr().println("reelstore: " + complaint);
                    return ExitStatus.FAILED;
                })
                .orElse(status));
    }

    static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new ReelstoreCommand())
                .setExpandAtFiles(false)
                .registerConverter(Path.class, Paths::of)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Missing a subcommand");
    }
}
