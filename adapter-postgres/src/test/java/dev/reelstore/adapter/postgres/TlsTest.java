package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.reelstore.domain.Signals;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.testkit.database.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who a store talks to where the host is not this machine, with a real server and certificates made for it. The hosts are
 * addresses kept for documents, at which nobody is: every way leads to the server of this test.
 */
@Timeout(120)
final class TlsTest {

    private static final String HOST = "192.0.2.1";
    private static final String ANOTHER_HOST = "192.0.2.2";
    private static final String USER = "postgres";

    private static Certificates certificates;
    private static EmbeddedPostgres server;
    private static TestDatabase inside;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        certificates = Certificates.make(folder, "ip:" + HOST);
        server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        inside = new TestDatabase("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", USER, "");
        PostgresPersistence.open(PostgresSettings.of(inside.url(), USER, Secret.of("")))
                .close();
        execute("ALTER SYSTEM SET ssl_cert_file = '" + certificates.server() + "'");
        execute("ALTER SYSTEM SET ssl_key_file = '" + certificates.key() + "'");
        encrypt(true);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void theServerOfThatNameIsTalkedToAndAllOfItIsEncrypted() {
        String name = UUID.randomUUID().toString();
        try (PostgresPersistence store = PostgresPersistence.open(
                        settings(HOST, certificates.authority(), "").applicationName(name));
                Signals.Subscription subscription = store.signals().listen("default", () -> {})) {
            assertThat(store.jobs().count(JobFilter.all())).isZero();
            assertThat(store.health().ping()).isTrue();
            await().untilAsserted(() -> assertThat(connections(name, true)).isGreaterThanOrEqualTo(2));
            assertThat(connections(name, false)).isZero();
        }
    }

    @Test
    void aServerOfAnotherNameIsRefused() {
        refused(settings(ANOTHER_HOST, certificates.authority(), ""))
                .hasStackTraceContaining("hostname " + ANOTHER_HOST + " could not be verified");
    }

    @Test
    void aServerOfAnAuthorityThatIsNotOursIsRefused() {
        refused(settings(HOST, certificates.stranger(), "")).hasStackTraceContaining("path");
    }

    @Test
    void withoutAnAuthorityNobodyIsTalkedTo() {
        refused(settings(HOST, certificates.authority().resolveSibling("missing.crt"), ""))
                .hasStackTraceContaining("missing.crt");
    }

    @Test
    void aServerThatDoesNotEncryptIsRefused() {
        encrypt(false);
        try {
            refused(settings(HOST, certificates.authority(), "")).hasMessageContaining("does not support SSL");
        } finally {
            encrypt(true);
        }
    }

    /** It is the check that refuses, and nothing else: with less of it the same servers are talked to. */
    @Test
    void whatTheUrlSaysWins() {
        for (String mode : new String[] {"require", "disable"}) {
            String name = UUID.randomUUID().toString();
            try (PostgresPersistence store =
                    PostgresPersistence.open(settings(ANOTHER_HOST, certificates.stranger(), "&sslmode=" + mode)
                            .applicationName(name))) {
                assertThat(store.jobs().count(JobFilter.all())).isZero();
                assertThat(connections(name, mode.equals("require"))).isPositive();
                assertThat(connections(name, !mode.equals("require"))).isZero();
            }
        }
        try (PostgresPersistence store =
                PostgresPersistence.open(settings(ANOTHER_HOST, certificates.authority(), "&sslmode=verify-ca"))) {
            assertThat(store.jobs().count(JobFilter.all())).isZero();
        }
    }

    private static PostgresSettings settings(String host, Path authority, String more) {
        String url = "jdbc:postgresql://" + host + ":" + server.getPort() + "/postgres?socketFactory="
                + Detour.class.getName() + "&sslrootcert="
                + URLEncoder.encode(authority.toString(), StandardCharsets.UTF_8) + more;
        return PostgresSettings.of(url, USER, Secret.of(""))
                .schema(SchemaMode.VALIDATE)
                .pool(PoolSettings.fixed(1, 2));
    }

    private static AbstractThrowableAssert<?, ?> refused(PostgresSettings settings) {
        return assertThatThrownBy(() -> PostgresPersistence.open(settings))
                .isInstanceOf(StoreConnectionException.class);
    }

    private static long connections(String name, boolean encrypted) {
        return Long.parseLong(ReplicatedServers.ask(
                inside,
                "SELECT count(*) FROM pg_stat_activity a JOIN pg_stat_ssl s ON s.pid = a.pid WHERE a.application_name = '"
                        + name + "' AND s.ssl = " + encrypted));
    }

    /** Returns when it holds for whoever comes next. */
    private static void encrypt(boolean wanted) {
        execute("ALTER SYSTEM SET ssl = " + (wanted ? "on" : "off"));
        execute("SELECT pg_reload_conf()");
        await().until(() -> encrypts() == wanted);
    }

    private static boolean encrypts() {
        try (Connection connection =
                DriverManager.getConnection(inside.url() + "?sslmode=require", inside.user(), inside.password())) {
            return connection.isValid(1);
        } catch (SQLException refused) {
            return false;
        }
    }

    private static void execute(String statement) {
        TestRoles.execute(PostgresSettings.of(inside.url(), inside.user(), Secret.of(inside.password())), statement);
    }
}
