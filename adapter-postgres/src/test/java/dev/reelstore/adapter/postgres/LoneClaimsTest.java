package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.WorkerId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LoneClaimsTest {

    private final ConnectionSource source =
            new BorrowedConnections("database", TestStore.dataSource(), TestStore.LIMITS);
    private final Bell bell = new Bell(source);
    private final StandaloneScope scope = new StandaloneScope(
            source, new PostgresUnitOfWork(source, new Replicas(source, List.of(), Duration.ZERO), bell), bell);
    private final LoneClaims claims = new LoneClaims(scope);
    private final ClaimRequest request = ClaimRequest.of(WorkerId.next(), NewJob.DEFAULT_QUEUE, List.of("encode"));

    @AfterEach
    void clear() {
        bell.close();
        TestStore.clear();
    }

    @Test
    void afterAClaimThatFailedAllIsLookedThrough() throws SQLException {
        claims.claim(request);
        try (Connection holder = TestStore.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT id FROM reelstore.worker FOR UPDATE");
            long before = turn();

            assertThatThrownBy(() -> claims.claim(request)).isInstanceOf(StoreTimeoutException.class);

            assertThat(turn()).isGreaterThan(before);
            holder.rollback();
        }
    }

    private long turn() {
        return scope.marks().of(request).look(System.nanoTime()).turn();
    }
}
