package dev.reelstore.cli;

import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.domain.failure.InvalidDataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which store a command works on, and how much it tells. */
final class StoreOptions {

    static final Path DEFAULT_DATA = Path.of(".reelstore");

    private static final String PASSWORD = "REELSTORE_PASSWORD";

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the store is kept, with a PostgreSQL server of its own (default: .reelstore).")
    private @Nullable Path data;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "A PostgreSQL server of your own instead, as jdbc:postgresql://HOST:PORT/DATABASE. The password"
                            + " comes from the environment variable REELSTORE_PASSWORD.")
    private @Nullable String url;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The role to connect as, with --url (default: your user name).")
    private @Nullable String user;

    @Option(
            names = {"-v", "--verbose"},
            description = "Tell more: what the libraries log, and where an error came from.")
    private boolean verbose;

    StoreOptions() {}

    /** The store that is meant, once the options have been checked. */
    StoreAddress address() {
        if (verbose) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
            System.setProperty("org.slf4j.simpleLogger.log.dev.reelstore.application.worker", "info");
        }
        if (data != null && url != null) {
            throw refusal("--data and --url exclude each other: the store is in one place");
        }
        if (user != null && url == null) {
            throw refusal("--user is '" + user + "' without --url: the server of a data directory has its own user");
        }
        Path directory = data == null ? DEFAULT_DATA : data;
        checkDirectory("--data", directory);
        return new StoreAddress(directory.toAbsolutePath().normalize(), ownServer());
    }

    /** Whether to tell more. */
    boolean verbose() {
        return verbose;
    }

    /** Refuses a path that cannot become a directory. */
    void checkDirectory(String option, Path path) {
        if (path.toString().isBlank()) {
            throw refusal(option + " is blank: it must name a directory");
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw refusal(option + " is '" + path + "': it must be a directory or not exist yet");
        }
    }

    /** A value made from what an option said; what breaks a rule is refused under the option's name. */
    <T> T checked(String option, Supplier<T> making) {
        try {
            return making.get();
        } catch (InvalidDataException broken) {
            throw refusal(option + ": " + broken.getMessage());
        }
    }

    ParameterException refusal(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private @Nullable PostgresSettings ownServer() {
        if (url == null) {
            return null;
        }
        String role = user == null ? System.getProperty("user.name") : user;
        String password = System.getenv().getOrDefault(PASSWORD, "");
        try {
            return PostgresSettings.of(url, role, Secret.of(password));
        } catch (InvalidDataException broken) {
            throw refusal("--url or --user: " + broken.getMessage()
                    + " (the password comes from the environment variable " + PASSWORD + ")");
        }
    }
}
