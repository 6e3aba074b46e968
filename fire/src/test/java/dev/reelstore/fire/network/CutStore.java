package dev.reelstore.fire.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.reelstore.adapter.postgres.Limits;
import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.SchemaMode;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.ReelstoreOptions;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.pooler.PgBouncer;
import dev.reelstore.fire.server.Account;
import dev.reelstore.fire.server.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A store behind a proxy that cuts its calls, with another way to the same server past it. */
final class CutStore {

    private static final RetryPolicy SOON = new RetryPolicy(3, Duration.ofMillis(10), 2, Duration.ofMillis(500), true);

    private final Campaign campaign;
    private final Server server;
    private final Proxy proxy;
    private final int connections;
    private final PostgresPersistence store;
    private final Acts direct;
    private final Acts repeated;

    private CutStore(Campaign campaign, Server server, int port, int connections, UnaryOperator<PostgresSettings> way)
            throws Exception {
        this.campaign = campaign;
        this.server = server;
        this.connections = connections;
        PostgresPersistence undisturbed = campaign.closing(PostgresPersistence.open(settings(server.port(), 2)));
        this.proxy = campaign.closing(new Proxy(port));
        PostgresSettings cut = settings(proxy.port(), connections).schema(SchemaMode.VALIDATE);
        this.store = PostgresPersistence.open(way.apply(cut));
        Reelstore reelstore = campaign.closing(Reelstore.on(store, ReelstoreOptions.DEFAULT.retry(SOON)));
        this.direct = new Acts(undisturbed, store, store.unitOfWork());
        this.repeated = new Acts(undisturbed, reelstore, reelstore.unitOfWork());
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE public.notes (key uuid NOT NULL)");
            statement.execute("GRANT ALL ON public.notes TO " + Account.USER);
        }
    }

    /** On a new server with these settings; both end with the campaign. */
    static CutStore open(Campaign campaign, int connections, String... settings) throws Exception {
        Server server = campaign.closing(Server.create(campaign.folder().resolve("server"), settings));
        campaign.writings().addServerLog(server.log());
        return new CutStore(campaign, server, server.port(), connections, UnaryOperator.identity());
    }

    /** The same with a pooler between the proxy and the server. */
    static CutStore openBehindPooler(Campaign campaign, int connections) throws Exception {
        Server server = campaign.closing(Server.create(campaign.folder().resolve("server")));
        campaign.writings().addServerLog(server.log());
        PgBouncer pooler = PgBouncer.before(server, campaign);
        return new CutStore(campaign, server, pooler.port(), connections, pooler::withWayPast);
    }

    private static PostgresSettings settings(int port, int connections) {
        return Account.at(port)
                .connectTimeout(Duration.ofSeconds(1))
                .limits(new Limits(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMinutes(1)))
                .socketTimeout(Duration.ofSeconds(2))
                .pool(PoolSettings.fixed(connections, connections).maxWait(Duration.ofSeconds(5)));
    }

    Server server() {
        return server;
    }

    Proxy proxy() {
        return proxy;
    }

    PostgresPersistence store() {
        return store;
    }

    /** Acts that the adapter runs once. */
    Acts direct() {
        return direct;
    }

    /** Acts that are repeated while that is safe. */
    Acts repeated() {
        return repeated;
    }

    /** Waits until all connections are there and free, as they must be soon after any fault. */
    void awaitWhole() {
        await().pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    var pool = store.health().pool().orElseThrow();
                    assertThat(pool.idle()).isEqualTo(connections);
                    assertThat(pool.active()).isZero();
                });
    }

    /** Makes a call that this cuts off, and holds what its caller was told against what is there in the end. */
    void cut(Act act, Cut cut, String name) throws Exception {
        awaitWhole();
        Trap trap = proxy.lay(cut);
        long begin = System.nanoTime();
        Act.Told told = act.tell(campaign);
        long took = System.nanoTime() - begin;
        boolean sprung = trap.awaitDone();
        proxy.clear();
        act.judge(told, count(act.question()), sprung ? name : "not at all", trap.committing(), campaign.report());
        campaign.report().recoveries().add("call cut " + name, Duration.ofNanos(took));
    }

    /** Gives up the connections that are there; those that come in their place were not used yet. */
    void renew() {
        proxy.cutAll();
        await().pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> store.health().poolHealthy());
    }

    long count(String question) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
