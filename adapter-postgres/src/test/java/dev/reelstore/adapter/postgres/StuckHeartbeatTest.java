package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Heartbeat;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A heartbeat that comes to a stop in the middle, as that of a frozen process does. */
final class StuckHeartbeatTest {

    private final PostgresPersistence store = PostgresPersistence.open(TestStore.settings());
    private final WorkerId worker = WorkerId.next();

    @BeforeEach
    void clear() {
        TestStore.clear();
    }

    @AfterEach
    void close() {
        store.close();
        TestStore.clear();
    }

    @Test
    void itHoldsNoLockOnTheLeaseThatWouldKeepItsJobsFromBeingRescued() throws Exception {
        store.jobs().create(NewJob.of("encode", new Target("film", "one")));
        List<Claim> held = store.claims().claim(ClaimRequest.of(worker, "default", List.of("encode")));
        CompletableFuture<Heartbeat> heartbeat;
        try (Connection blocking = TestStore.dataSource().getConnection();
                Statement statement = blocking.createStatement()) {
            blocking.setAutoCommit(false);
            statement.execute("LOCK TABLE reelstore.job_live IN ACCESS EXCLUSIVE MODE");
            heartbeat = CompletableFuture.supplyAsync(
                    () -> store.claims().heartbeat(HeartbeatRequest.of(worker, ClaimRequest.DEFAULT_LEASE, held)));
            await().until(() -> TestStore.count("pg_locks WHERE NOT granted") == 1);

            assertThat(leaseIsFree()).isTrue();
            blocking.rollback();
        }
        assertThat(heartbeat.get().lost()).isEmpty();
    }

    private boolean leaseIsFree() throws SQLException {
        try (Connection connection = TestStore.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            return statement
                    .executeQuery("SELECT id FROM reelstore.worker WHERE id = '" + worker + "' FOR UPDATE SKIP LOCKED")
                    .next();
        }
    }
}
