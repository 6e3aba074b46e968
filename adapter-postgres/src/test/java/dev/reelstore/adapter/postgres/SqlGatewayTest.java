package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.adapter.postgres.tables.TableQuery;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's own tables: rows in, rows out, names and values that want to be more than that. */
final class SqlGatewayTest extends OwnTables {

    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE public.video_job; --",
            "\\'; DELETE FROM video_job",
            "$1",
            "?",
            "%s",
            "a\"b",
            "NULL",
            "{}",
            "\u00e9\ud83c\udfac");

    @Test
    void anInsertAnswersTheRowWithWhatTheDatabaseGenerated() {
        Map<String, Object> row = TABLES.insert("video_job", Map.of("src_hash", "abc123", "input_path", "/a.mp4"));

        assertThat(row.keySet()).containsExactly("id", "src_hash", "status", "input_path", "tries", "created_at");
        assertThat(row.get("id")).isInstanceOf(Long.class);
        assertThat(row.get("status")).isEqualTo("queued");
        assertThat(row.get("tries")).isNull();
        assertThat(row.get("created_at")).isInstanceOf(Instant.class);
        assertThat(TABLES.findOne("video_job", Map.of("id", row.get("id")))).contains(row);
        assertThatThrownBy(() -> row.put("id", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRowThatATriggerKeepsOutIsNotAnswered() {
        TestStore.execute("CREATE OR REPLACE FUNCTION public.keep_out() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN RETURN NULL; END'; CREATE TRIGGER keep_out BEFORE INSERT ON public.video_job"
                + " FOR EACH ROW EXECUTE FUNCTION public.keep_out()");
        try {
            assertThatThrownBy(() -> insert("a"))
                    .isInstanceOf(StoreOperationException.class)
                    .hasMessageContaining("video_job");
        } finally {
            TestStore.execute("DROP TRIGGER keep_out ON public.video_job");
        }
    }

    @Test
    void whatIsMissingIsRefused() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> TABLES.execute("SELECT ?::text AS a", (Object[]) null),
                () -> TABLES.execute(null),
                () -> TABLES.executeMany("SELECT ?", null),
                () -> TABLES.executeMany("SELECT ?", Collections.singletonList(null)),
                () -> TABLES.insert("video_job", null),
                () -> TABLES.insertAll("video_job", Collections.singletonList(null)),
                () -> TABLES.findOne("video_job", null),
                () -> TABLES.findMany(null),
                () -> TABLES.count(null, Map.of()),
                () -> TABLES.update("video_job", null, Map.of("id", 1)),
                () -> TABLES.delete("video_job", null))) {
            assertThatThrownBy(call).isInstanceOf(InvalidDataException.class);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(TABLES.findOne("video_job", Map.of("id", -1))).isEmpty();
        assertThat(TABLES.findMany(TableQuery.of("video_job"))).isEmpty();
        assertThat(TABLES.count("video_job", Map.of())).isZero();
        assertThat(TABLES.update("video_job", Map.of("status", "failed"), Map.of("id", -1)))
                .isZero();
        assertThat(TABLES.delete("video_job", Map.of("id", -1))).isZero();
    }

    @Test
    void aQueueIsReadInOrderUpToItsLimit() {
        List<Long> ids = List.of(insert("a"), insert("b"), insert("c"), insert("d"));
        TABLES.update("video_job", Map.of("status", "failed", "tries", 2), Map.of("id", ids.get(1)));
        TableQuery queued = TableQuery.of("public.video_job").where(Map.of("status", "queued"));

        assertThat(TABLES.findMany(queued.orderBy("created_at").orderBy("id").limit(2)))
                .extracting(row -> row.get("id"))
                .containsExactly(ids.get(0), ids.get(2));
        assertThat(TABLES.findMany(queued.orderByDescending("id")))
                .extracting(row -> row.get("id"))
                .containsExactly(ids.get(3), ids.get(2), ids.get(0));
        assertThat(TABLES.findMany(queued.limit(0))).isEmpty();
        assertThat(TABLES.count("video_job", Map.of("status", "queued"))).isEqualTo(3);
        assertThat(TABLES.count("video_job", Map.of())).isEqualTo(4);
    }

    @Test
    void aConditionMayBeNullOrAnyOfMany() {
        long a = insert("a");
        long b = insert("b");
        TABLES.update("video_job", Map.of("tries", 1), Map.of("id", b));
        Map<String, Object> never = new HashMap<>();
        never.put("tries", null);

        assertThat(TABLES.findOne("video_job", never).orElseThrow()).containsEntry("id", a);
        assertThat(TABLES.count("video_job", Map.of("src_hash", List.of("a", "b", "c"))))
                .isEqualTo(2);
        assertThat(TABLES.count("video_job", Map.of("id", List.of(b)))).isEqualTo(1);
        assertThat(TABLES.count("video_job", Map.of("id", List.of()))).isZero();
        assertThat(TABLES.update("video_job", never, Map.of("id", b))).isEqualTo(1);
        assertThat(TABLES.count("video_job", never)).isEqualTo(2);
    }

    @Test
    void manyRowsGoInTogetherOrNotAtAll() {
        List<Map<String, ?>> rows = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> rows.add(Map.of("src_hash", "h" + i, "tries", i)));

        assertThat(TABLES.insertAll("video_job", rows)).isEqualTo(500);
        assertThat(TABLES.insertAll("video_job", List.of())).isZero();
        assertThatThrownBy(() ->
                        TABLES.insertAll("video_job", List.of(Map.of("src_hash", "new"), Map.of("src_hash", "h499"))))
                .isInstanceOf(StoreConflictException.class);
        assertThatThrownBy(() -> TABLES.insertAll("video_job", List.of(Map.of("src_hash", "x"), Map.of("tries", 1))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("columns");
        assertThat(TABLES.count("video_job", Map.of())).isEqualTo(500);
        assertThat(TABLES.executeMany(
                        "UPDATE video_job SET tries = ? WHERE src_hash = ?",
                        List.of(List.of(7, "h1"), List.of(7, "h2"), List.of(7, "none"))))
                .isEqualTo(2);
        assertThat(TABLES.count("video_job", Map.of("tries", 7))).isEqualTo(3);
    }

    @Test
    void everyRowIsReachedOnlyWhereThatIsSaid() {
        insert("a");
        insert("b");

        assertThatThrownBy(() -> TABLES.update("video_job", Map.of("tries", 1), Map.of()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("updateAll");
        assertThatThrownBy(() -> TABLES.delete("video_job", Map.of())).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> TABLES.update("video_job", Map.of(), Map.of("id", 1)))
                .isInstanceOf(InvalidDataException.class);
        assertThat(TABLES.updateAll("video_job", Map.of("tries", 1))).isEqualTo(2);
        assertThat(TABLES.deleteAll("video_job")).isEqualTo(2);
    }

    @Test
    void anyStatementAnswersItsRowsAsMaps() {
        long id = insert("a");
        TABLES.execute("INSERT INTO highlight (job_id, start_time, score) VALUES (?, ?, ?)", id, 1.5, 0.9);

        assertThat(TABLES.execute("UPDATE video_job SET status = ? WHERE id = ?", "completed", id))
                .isEmpty();
        assertThat(TABLES.execute(
                        "INSERT INTO video_job (src_hash, status) VALUES (?, ?) RETURNING id, status",
                        "b",
                        "completed"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("status", "completed"));
        assertThat(TABLES.execute(
                        "SELECT j.id, count(h.job_id) AS highlight_count FROM video_job j LEFT JOIN highlight h ON j.id ="
                                + " h.job_id WHERE j.status = ? GROUP BY j.id ORDER BY j.created_at DESC LIMIT ?",
                        "completed",
                        10))
                .extracting(row -> row.get("highlight_count"))
                .containsExactly(0L, 1L);
        assertThatThrownBy(() -> TABLES.execute("SELECT 1 AS a, 2 AS a"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("AS");
    }

    @Test
    void hostileValuesAreValues() {
        for (String value : HOSTILE) {
            long id = insert(value);
            Map<String, Object> row =
                    TABLES.findOne("video_job", Map.of("src_hash", value)).orElseThrow();
            assertThat(row).containsEntry("id", id).containsEntry("src_hash", value);
            assertThat(TABLES.update("video_job", Map.of("input_path", value), Map.of("src_hash", value)))
                    .isEqualTo(1);
            assertThat(TABLES.execute("SELECT input_path FROM video_job WHERE input_path = ANY (?)", List.of(value)))
                    .containsExactly(Map.of("input_path", value));
        }
        assertThat(TABLES.count("video_job", Map.of("src_hash", HOSTILE))).isEqualTo(HOSTILE.size());
        assertThatThrownBy(() -> insert("nul\0")).isInstanceOf(InvalidDataException.class);
    }

    @Test
    void hostileNamesAreNames() {
        TestStore.execute("CREATE TABLE public.\"x\"\"; DROP TABLE y\" (\"a\"\" = 1; --\" text)");
        String table = "x\"; DROP TABLE y";
        String column = "a\" = 1; --";

        TABLES.insert(table, Map.of(column, "v"));
        TABLES.update(table, Map.of(column, "w"), Map.of(column, "v"));

        assertThat(TABLES.findMany(
                        TableQuery.of(table).where(Map.of(column, "w")).orderBy(column)))
                .containsExactly(Map.of(column, "w"));
        assertThat(TABLES.delete(table, Map.of(column, "w"))).isEqualTo(1);
        for (String hostile : List.of("id = id OR 1", "id\" --", "id; DROP TABLE video_job", "ID")) {
            assertThatThrownBy(() -> TABLES.count("video_job", Map.of(hostile, 1)))
                    .isInstanceOf(StoreOperationException.class)
                    .hasMessageContaining("42703");
            assertThatThrownBy(() -> TABLES.findMany(TableQuery.of("video_job").orderBy(hostile)))
                    .isInstanceOf(StoreOperationException.class);
        }
        for (String refused : List.of("", " ", "a.b.c", "n".repeat(64), "\u00e9".repeat(40), "a\0")) {
            assertThatThrownBy(() -> TABLES.count(refused, Map.of())).isInstanceOf(InvalidDataException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reelstore.job", "\"reelstore\".job", "REELSTORE.job", " reelstore .job", "reelstore.\"jobs\""})
    void theStoresOwnSchemaHasPorts(String table) {
        List<ThrowingCallable> uses = List.of(
                () -> TABLES.findOne(table, Map.of()),
                () -> TABLES.count(table, Map.of()),
                () -> TABLES.insert(table, Map.of("id", 1)),
                () -> TABLES.deleteAll(table),
                () -> TABLES.updateAll(table, Map.of("id", 1)),
                () -> TABLES.deleteAll("reelstore.jobs"),
                () -> TABLES.execute("DELETE FROM " + table));

        for (ThrowingCallable use : uses) {
            assertThatThrownBy(use).isInstanceOf(InvalidDataException.class).hasMessageContaining("ports");
        }
    }

    @Test
    void aNameWithoutASchemaIsNeverATableOfTheStoresOwn() {
        TestStore.execute("DROP ROLE IF EXISTS reelstore; CREATE ROLE reelstore LOGIN SUPERUSER PASSWORD 'reelstore'");
        PostgresSettings own = TestStore.settings();
        PostgresSettings named = PostgresSettings.of(own.url(), "reelstore", Secret.of("reelstore"))
                .schema(SchemaMode.VALIDATE);
        try (PostgresPersistence store = PostgresPersistence.open(named)) {
            String path = store.tables().connection(connection -> {
                try (var rows = connection.createStatement().executeQuery("SHOW search_path")) {
                    rows.next();
                    return rows.getString(1);
                }
            });
            assertThat(path).isEqualTo("public");
            assertThatThrownBy(() -> store.tables().count("job", Map.of()))
                    .isInstanceOf(StoreOperationException.class)
                    .hasMessageContaining("42P01");
            store.unitOfWork().run(stores -> {
                stores.savepoint("a");
                insertInto(store, "a");
                stores.rollbackTo("a");
                assertThatThrownBy(
                                () -> stores.runNested(nested -> store.tables().deleteAll("job_gate")))
                        .isInstanceOf(StoreOperationException.class);
                insertInto(store, "b");
            });
        }
        assertThat(TABLES.count("video_job", Map.of())).isEqualTo(1);
    }

    private static void insertInto(PostgresPersistence store, String hash) {
        store.tables().insert("video_job", Map.of("src_hash", hash));
    }

    @Test
    void constraintsThatRefuseAreConflictsThatARepeatDoesNotHeal() {
        long id = insert("a");
        List<ThrowingCallable> conflicts =
                List.of(() -> insert("a"), () -> TABLES.insert("highlight", Map.of("job_id", id + 1, "start_time", 1)));
        List<ThrowingCallable> broken = List.of(
                () -> TABLES.insert("video_job", Map.of("tries", 1)),
                () -> TABLES.updateAll("video_job", Map.of("status", "impossible")),
                () -> TABLES.updateAll("video_job", Map.of("tries", "many")));

        for (ThrowingCallable conflict : conflicts) {
            assertThatThrownBy(conflict)
                    .isInstanceOfSatisfying(
                            StoreConflictException.class,
                            refused -> assertThat(refused.repeat()).isEqualTo(Repeat.USELESS))
                    .hasCauseInstanceOf(SQLException.class);
        }
        for (ThrowingCallable wrong : broken) {
            assertThatThrownBy(wrong).isInstanceOf(InvalidDataException.class).hasCauseInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> TABLES.count("no_such_table", Map.of()))
                .isInstanceOf(StoreOperationException.class)
                .hasMessageContaining("no such table");
    }

    @Test
    void fourThreadsInsertAHundredRowsEach() {
        List<CompletableFuture<Void>> threads = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 100).forEach(i -> insert(thread + "-" + i)),
                        task -> new Thread(task).start()))
                .toList();
        threads.forEach(CompletableFuture::join);

        assertThat(TABLES.count("video_job", Map.of())).isEqualTo(400);
    }

    @Test
    void afterTheStoreWasClosedItRefuses() {
        PostgresPersistence store = BorrowingContractTest.borrowing();
        store.close();

        assertThatThrownBy(() -> store.tables().count("video_job", Map.of()))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.tables().connection(connection -> 1))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
