package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MigrationTest {

    private static final String DATABASE = "reelstore_migration";

    private final PostgresSettings settings = TestStore.settings(DATABASE).pool(PoolSettings.fixed(1, 1));

    @BeforeEach
    void dropTheSchema() throws SQLException {
        execute("DROP SCHEMA IF EXISTS reelstore CASCADE");
    }

    @Test
    void manyProcessesMayMigrateAtOnce() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(ChildProcess.start(Migrating.class, DATABASE));
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Callable<Boolean>> starts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            starts.add(() -> {
                open();
                return true;
            });
        }
        for (Future<Boolean> start : threads.invokeAll(starts)) {
            assertThat(start.get()).isTrue();
        }
        threads.shutdown();
        for (Process process : processes) {
            assertThat(ChildProcess.output(process)).containsExactly("migrated");
        }
        assertThat(ask("SELECT version FROM reelstore.schema_version")).isEqualTo(String.valueOf(Schema.VERSION));
        assertThat(ask("SELECT count(*) FROM reelstore.schema_history WHERE success AND version IS NOT NULL"))
                .isEqualTo(String.valueOf(scripts().size()));
        assertThat(ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("0");
    }

    /** All scripts in the order of their versions. */
    static List<String> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/reelstore/adapter/postgres/migration"))) {
            return files.map(file -> file.getFileName().toString())
                    .sorted(Comparator.comparing(name -> Integer.valueOf(name.substring(1, name.indexOf('_')))))
                    .toList();
        }
    }

    /** The other process of this test. */
    static final class Migrating {

        public static void main(String[] arguments) {
            PostgresPersistence.open(TestStore.settings(arguments[0])).close();
            System.out.println("migrated");
        }
    }

    @Test
    void aPoolOfOneThatIsTheUsersIsEnoughToMigrate() throws SQLException {
        try (HikariDataSource source = new HikariDataSource()) {
            source.setDataSource(PlainDataSource.of(settings));
            source.setMaximumPoolSize(1);
            source.setConnectionTimeout(2_000);
            source.setAutoCommit(false);
            try (PostgresPersistence store = PostgresPersistence.on(source)) {
                store.jobs().create(NewJob.of("encode", new Target("film", "one")));
            }
            assertThat(ask("SELECT count(*) FROM reelstore.job")).isEqualTo("1");
            assertThat(source.isClosed()).isFalse();
        }
    }

    @Test
    void validateRefusesAndSaysWhatToDo() throws SQLException {
        assertThatThrownBy(() -> PostgresPersistence.open(settings.schema(SchemaMode.VALIDATE)))
                .isInstanceOf(StoreOperationException.class)
                .hasMessageContaining("version 0")
                .hasMessageContaining("MIGRATE")
                .hasMessageContaining("migration/V*.sql");
        assertThat(ask("SELECT to_regnamespace('reelstore')")).isNull();

        open();

        PostgresPersistence.open(settings.schema(SchemaMode.VALIDATE)).close();
    }

    @Test
    void offAsksNothing() throws SQLException {
        try (PostgresPersistence store = PostgresPersistence.open(settings.schema(SchemaMode.OFF))) {
            assertThat(ask("SELECT to_regnamespace('reelstore')")).isNull();
            assertThatThrownBy(store::now)
                    .isInstanceOf(StoreOperationException.class)
                    .hasMessageContaining("migrate");
        }
    }

    @Test
    void migrationsCanBeAppliedByHandAndAreThenLeftAlone() throws Exception {
        for (String file : scripts()) {
            execute(migration(file));
        }

        open();
        PostgresPersistence.open(settings.schema(SchemaMode.VALIDATE)).close();

        assertThat(ask("SELECT to_regclass('reelstore.schema_history')")).isNull();
    }

    @Test
    void whatWasBegunByHandIsGoneOnWith() throws Exception {
        execute(migration("V1__jobs.sql"));

        open();

        assertThat(ask("SELECT version FROM reelstore.schema_version")).isEqualTo(String.valueOf(Schema.VERSION));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyMigrationBeginsWithAShortWaitForLocks(String file) throws IOException {
        assertThat(migration(file).lines().filter(line -> !line.startsWith("--") && !line.isBlank()))
                .first()
                .isEqualTo("SET LOCAL lock_timeout = '3s';");
        assertThat(migration(file)).doesNotContainIgnoringCase("concurrently");
    }

    private void open() {
        PostgresPersistence.open(settings).close();
    }

    private static String migration(String file) throws IOException {
        try (InputStream source = Schema.class.getResourceAsStream("migration/" + file)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String ask(String question) throws SQLException {
        try (Connection connection = PlainDataSource.of(settings).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String statements) throws SQLException {
        try (Connection connection = PlainDataSource.of(settings).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
