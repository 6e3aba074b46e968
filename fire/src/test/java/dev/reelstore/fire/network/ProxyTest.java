package dev.reelstore.fire.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.fire.server.Account;
import dev.reelstore.fire.server.FileTree;
import dev.reelstore.fire.server.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The faults do what they say: without that no campaign means anything. */
@Timeout(60)
final class ProxyTest {

    private static Path folder;
    private static Server server;

    private Proxy proxy;

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createTempDirectory("reelstore-fire");
        server = Server.create(folder.resolve("server"));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        FileTree.delete(folder);
    }

    @BeforeEach
    void open() throws Exception {
        proxy = new Proxy(server.port());
        server.execute("DROP TABLE IF EXISTS note");
        server.execute("CREATE TABLE note (n integer)");
        server.execute("GRANT ALL ON note TO " + Account.USER);
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void aCommitThatIsCutBeforeDoesNotHappen() throws SQLException {
        Trap trap = proxy.lay(new Cut.BeforeCommit());
        assertThatThrownBy(this::insertInTransaction).isInstanceOf(SQLException.class);
        assertThat(trap.sprung()).isTrue();
        assertThat(notes()).isZero();
    }

    @Test
    void aCommitThatIsCutAfterwardsHasHappened() throws SQLException {
        Trap trap = proxy.lay(new Cut.AfterCommit(() -> assertThat(notes()).isOne()));
        assertThatThrownBy(this::insertInTransaction).isInstanceOf(SQLException.class);
        assertThat(trap.sprung()).isTrue();
        assertThat(notes()).isOne();
    }

    @Test
    void aStatementAloneIsACommitAndAReadIsNone() throws SQLException {
        Trap trap = proxy.lay(new Cut.BeforeCommit());
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM note").close();
            assertThat(trap.committing()).isFalse();
            assertThatThrownBy(() -> statement.execute("INSERT INTO note VALUES (1)"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(trap.sprung()).isTrue();
        assertThat(notes()).isZero();
    }

    @Test
    void aLateCommitHappensAfterTheClientHasGivenUp() throws Exception {
        Trap trap = proxy.lay(new Cut.LateCommit(Duration.ofMillis(100)));
        assertThatThrownBy(this::insertInTransaction).isInstanceOf(SQLException.class);
        assertThat(notes()).isZero();
        assertThat(trap.awaitDone()).isTrue();
        assertThat(notes()).isOne();
    }

    @Test
    void aConnectionIsCutAfterTheByteThatWasNamed() throws SQLException {
        long before = proxy.bytesSent();
        Trap trap = proxy.lay(new Cut.AtByteSent(300));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        insertInTransaction();
                    }
                })
                .isInstanceOf(SQLException.class);
        assertThat(trap.sprung()).isTrue();
        assertThat(proxy.bytesSent() - before).isEqualTo(300);
    }

    @Test
    void aServerThatIsKilledComesBackOnItsPortWithAllThatWasCommitted() throws Exception {
        insertInTransaction();
        server.kill();
        assertThatThrownBy(this::connect).isInstanceOf(SQLException.class);
        server.start();
        assertThat(notes()).isOne();
        server.stopImmediately();
        server.start();
        assertThat(notes()).isOne();
    }

    private void insertInTransaction() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO note VALUES (1)");
            connection.commit();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/postgres?socketTimeout=1",
                Account.USER,
                Account.PASSWORD);
    }

    private static long notes() {
        try {
            return Long.parseLong(server.ask("SELECT count(*) FROM note"));
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
