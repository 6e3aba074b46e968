package dev.reelstore.adapter.postgres;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes the driver's own DataSource from settings: a new connection each time, set up before its first statement. */
final class PlainDataSource {

    /**
     * Each statement of the stores has an index to go by. Where tables were still small when its plan was made, the plan
     * would read them whole, and be kept while they grow. Before PostgreSQL 18, what reads one whole all the same would
     * look dear enough to be compiled.
     */
    private static final String OWN_PLANS = " -c enable_seqscan=off -c jit=off";

    /** The same where nothing that is said to a connection lasts. */
    static final String OWN_PLANS_OF_A_TRANSACTION = "; SET LOCAL enable_seqscan = off; SET LOCAL jit = off";

    private PlainDataSource() {}

    /** Of several hosts the one that is the primary. */
    static PGSimpleDataSource of(PostgresSettings settings) {
        return of(settings, "primary", AnswerSockets.class, millis(settings.socketTimeout()));
    }

    /** The same for a connection that listens. */
    static PGSimpleDataSource ofListener(PostgresSettings settings) {
        return of(settings, "primary", PromptSockets.class, null);
    }

    /** Of several hosts one that is a standby. */
    static PGSimpleDataSource ofReplica(PostgresSettings settings) {
        return of(settings, "secondary", AnswerSockets.class, millis(settings.socketTimeout()));
    }

    private static PGSimpleDataSource of(
            PostgresSettings settings, String among, Class<? extends LateSockets> sockets, @Nullable String ofSockets) {
        PostgresUrl url = PostgresUrl.parse(settings.url());
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url.text());
        source.setUser(settings.user());
        source.setPassword(settings.password().reveal());
        try {
            unlessSaid(source, url, PGProperty.APPLICATION_NAME, settings.applicationName());
            unlessSaid(source, url, PGProperty.CONNECT_TIMEOUT, seconds(settings.connectTimeout()));
            unlessSaid(source, url, PGProperty.LOGIN_TIMEOUT, seconds(settings.connectTimeout()));
            unlessSaid(source, url, PGProperty.SOCKET_TIMEOUT, seconds(settings.socketTimeout()));
            unlessSaid(source, url, PGProperty.TCP_KEEP_ALIVE, "true");
            unlessSaid(source, url, PGProperty.LOG_SERVER_ERROR_DETAIL, "false");
            unlessSaid(source, url, PGProperty.BINARY_TRANSFER_ENABLE, "UUID_ARRAY");
            if (!url.loopback()) {
                unlessSaid(source, url, PGProperty.SSL_MODE, "verify-full");
            }
            if (url.hosts().size() > 1) {
                unlessSaid(source, url, PGProperty.TARGET_SERVER_TYPE, among);
            }
            if (!url.says(PGProperty.SOCKET_FACTORY)) {
                source.setProperty(PGProperty.SOCKET_FACTORY, sockets.getName());
                source.setProperty(PGProperty.SOCKET_FACTORY_ARG, ofSockets);
            }
            if (settings.pooler() == null) {
                String own = settings.limits().asConnectionOptions() + OWN_PLANS;
                String given = source.getProperty(PGProperty.OPTIONS);
                source.setProperty(PGProperty.OPTIONS, given == null ? own : own + " " + given);
            } else {
                unlessSaid(source, url, PGProperty.PREPARE_THRESHOLD, "0");
            }
        } catch (SQLException unknown) {
            throw SqlFailures.inTransaction("settings", unknown);
        }
        return source;
    }

    private static void unlessSaid(PGSimpleDataSource source, PostgresUrl url, PGProperty property, String value)
            throws SQLException {
        if (!url.says(property)) {
            source.setProperty(property, value);
        }
    }

    /** As the driver takes it, which knows whole seconds. */
    private static String millis(Duration time) {
        return Long.toString(1_000 * time.toSeconds());
    }

    private static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }
}
