package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Freshness;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.database.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that opens stores in every way that fails, with a password that stands out, and prints all that anybody could
 * say about it: every log at its most talkative, the server's too, and every exception with its causes. Arguments: the
 * password, and a word that it logs itself.
 */
final class FailingWays {

    private static final String USER = "somebody";

    private final Secret password;
    private final String server;

    private FailingWays(Secret password, int port) {
        this.password = password;
        this.server = "jdbc:postgresql://127.0.0.1:" + port + "/";
    }

    public static void main(String[] arguments) throws Exception {
        System.setErr(System.out);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "trace");
        LoggerFactory.getLogger(FailingWays.class).trace("the word is {}", arguments[1]);

        Path log = Files.createTempDirectory("failing-ways");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", log.toString())
                .setPGStartupWait(Duration.ofSeconds(60))
                .start()) {
            askForPasswords(postgres.getPort(), arguments[0]);
            letTheDriverTalk();
            new FailingWays(Secret.of(arguments[0]), postgres.getPort()).all();
        }
        printAndDelete(log);
    }

    private static void printAndDelete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                System.out.println(Files.readString(file));
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Not before, as it tells every statement, and so the one that sets the password. */
    private static void letTheDriverTalk() {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.ALL);
        ConsoleHandler console = new ConsoleHandler();
        console.setLevel(Level.ALL);
        root.addHandler(console);
    }

    /** From all but the superuser. */
    private static void askForPasswords(int port, String password) throws Exception {
        PostgresSettings superuser =
                PostgresSettings.of("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", Secret.of(""));
        TestRoles.execute(superuser, "CREATE ROLE somebody LOGIN");
        TestRoles.execute(superuser, "CREATE DATABASE mine OWNER somebody");
        TestRoles.execute(superuser, "CREATE DATABASE taken OWNER somebody");
        Path rules = Path.of(ReplicatedServers.ask(new TestDatabase(superuser.url(), "postgres", ""), "SHOW hba_file"));
        Files.writeString(rules, "host all somebody 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
        TestRoles.execute(superuser, "ALTER ROLE somebody PASSWORD '" + password + "'");
        TestRoles.execute(superuser, "SELECT pg_reload_conf()");
    }

    private void all() {
        say(
                "settings",
                () -> System.out.println(settings("mine") + " " + password + " "
                        + settings("mine").pool()));
        say("good", this::work);
        say("wrong password", () -> open(settings("mine"), Secret.of(password.reveal() + "!")));
        say("a replica that is not there", () -> {
            try (PostgresPersistence store =
                    PostgresPersistence.open(settings("mine").replicas(server + "nowhere"))) {
                store.unitOfWork()
                        .run(
                                UnitOptions.reading(Freshness.stale(Duration.ofHours(1))),
                                stores -> stores.jobs().count(JobFilter.all()));
            }
        });
        say("no such user", () -> open(PostgresSettings.of(server + "mine", "nobody", password), password));
        say("no such database", () -> open(settings("nowhere"), password));
        say("no rights", () -> open(settings("postgres"), password));
        say("a migration that fails", () -> {
            TestRoles.execute(settings("taken"), "CREATE SCHEMA reelstore; CREATE TABLE reelstore.job (id int)");
            open(settings("taken"), password);
        });
        say("refused", () -> open(at("jdbc:postgresql://127.0.0.1:1/mine"), password));
        say("unknown host", () -> open(at("jdbc:postgresql://nobody.invalid/mine"), password));
        say("no TLS", () -> open(at(server + "mine?sslmode=require"), password));
        say("no root certificate", () -> open(at(server + "mine?sslmode=verify-full&sslrootcert=/nowhere"), password));
        for (String url : List.of(
                server + "mine?user=somebody&password=" + password.reveal(),
                server + "mine?PASSWORD=" + password.reveal(),
                server + "mine?sslpassword=" + password.reveal(),
                "jdbc:postgresql://somebody:" + password.reveal() + "@127.0.0.1/mine",
                "jdbc:postgresql://127.0.0.1:" + password.reveal() + "/mine",
                password.reveal() + "://127.0.0.1/mine")) {
            say("credentials in the URL", () -> at(url));
        }
        say(
                "borrowed",
                () -> PostgresPersistence.on(PlainDataSource.of(
                        PostgresSettings.of(server + "mine", USER, Secret.of(password.reveal() + "!")))));
    }

    private void work() {
        try (PostgresPersistence store =
                PostgresPersistence.open(settings("mine").pool(PoolSettings.fixed(1, 1)))) {
            System.out.println(store + " " + store.jobs() + " " + store.unitOfWork() + " " + store.tables() + " "
                    + store.signals() + " " + store.health().pool());
            NewJob job = NewJob.of("encode", new Target("film", "one"));
            store.jobs().create(job);
            store.health().ping();
            store.unitOfWork().run(stores -> {
                throw new IllegalStateException("of the caller");
            });
        }
    }

    private PostgresSettings settings(String database) {
        return at(server + database);
    }

    private PostgresSettings at(String url) {
        return PostgresSettings.of(url, USER, password);
    }

    private static void open(PostgresSettings settings, Secret password) {
        PostgresPersistence.open(PostgresSettings.of(settings.url(), settings.user(), password))
                .close();
    }

    private static void say(String name, Runnable way) {
        try {
            way.run();
            System.out.println("WAY " + name + ": done");
        } catch (InvalidDataException refused) {
            tell(name, "refused before", refused);
        } catch (StoreException failed) {
            tell(name, "failed", failed);
        } catch (RuntimeException own) {
            tell(name, "own", own);
        }
    }

    private static void tell(String name, String how, RuntimeException failure) {
        System.out.println("WAY " + name + ": " + how);
        failure.printStackTrace(System.out);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            System.out.println(cause + " " + cause.getMessage() + " " + cause.getLocalizedMessage());
        }
    }
}
