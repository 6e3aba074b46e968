package dev.reelstore.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
        versionProvider = BuildVersion.class)
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
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ReelstoreCommand());
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Missing a subcommand");
    }
}
