package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.retry.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a store says of itself and of its calls while its server is away, and after that. */
@Timeout(60)
final class ServerAwayTest {

    private final RetryPolicy twice = RetryPolicy.attempts(2, Duration.ofMillis(20));
    private final Gate gate = new Gate();
    private final PostgresSettings settings = gate.settings("server-away-test");

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void aServerThatIsAwayIsMissedAndFoundAgain() {
        try (PostgresPersistence store = PostgresPersistence.open(settings)) {
            assertThat(store.health().poolHealthy()).isTrue();
            assertThat(store.health().ping(twice)).isTrue();

            gate.shut();
            assertThat(store.health().poolHealthy()).isFalse();
            assertThat(store.health().ping(twice)).isFalse();
            assertThat(store.health().open()).isTrue();
            assertThatThrownBy(() -> store.health().awaitAvailable(twice))
                    .isInstanceOf(StoreConnectionException.class)
                    .hasMessageContaining("2 attempts")
                    .hasCauseInstanceOf(StoreException.class)
                    .hasRootCauseInstanceOf(IOException.class);

            gate.open();
            assertThat(store.health().ping(twice)).isTrue();
            await().until(() -> store.health().poolHealthy());
            assertThat(store.jobs().count(JobFilter.all())).isNotNegative();
        }
    }

    @Test
    void whoAwaitsAServerGoesOnWhenItComes() {
        gate.shut();
        try (PostgresPersistence store = PostgresPersistence.open(settings)) {
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> store.health()
                    .awaitAvailable(new RetryPolicy(1_000, Duration.ofMillis(20), 1, Duration.ofMillis(20), false)));
            gate.open();

            waiting.join();
            assertThat(store.health().ping(RetryPolicy.NONE)).isTrue();
        }
    }

    @Test
    void aServerThatFellSilentHangsNobodyLongerThanTheLimits() {
        try (PostgresPersistence store = PostgresPersistence.open(settings)) {
            assertThat(store.health().poolHealthy()).isTrue();
            gate.fallSilent();

            long begin = System.nanoTime();
            assertThat(store.health().poolHealthy()).isFalse();
            assertThat(store.health().ping(RetryPolicy.NONE)).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));

            gate.shut();
            gate.open();
            await().until(() -> store.health().poolHealthy());
        }
    }

    @Test
    void aPasswordThatIsWrongIsNotTriedAgain() {
        PostgresSettings direct = TestStore.settings();
        PostgresSettings wrong = PostgresSettings.of(direct.url(), direct.user() + "_nobody", Secret.of("s3cret"))
                .schema(SchemaMode.OFF)
                .pool(settings.pool());
        RetryPolicy never = new RetryPolicy(5, Duration.ofHours(1), 1, Duration.ofHours(1), false);
        try (PostgresPersistence store = PostgresPersistence.open(wrong)) {
            assertThat(store.health().ping(never)).isFalse();
            assertThatThrownBy(() -> store.health().awaitAvailable(never))
                    .isInstanceOf(StoreOperationException.class)
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void anOutageIsTwoLinesInTheLog() throws SQLException {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        ConnectionLog connections = new ConnectionLog("database");
        try {
            System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
            for (int i = 0; i < 50; i++) {
                assertThatThrownBy(() -> connections.telling(() -> {
                            throw new SQLException("refused\nand more", "08001");
                        }))
                        .isInstanceOf(SQLException.class);
            }
            connections.telling(() -> TestStore.dataSource().getConnection()).close();
            connections.telling(() -> TestStore.dataSource().getConnection()).close();
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("PostgresPersistence")))
                .satisfiesExactly(
                        lost -> assertThat(lost).contains("WARN", "08001", "refused"),
                        back -> assertThat(back).contains("INFO", "after 50 failures"));
    }
}
