package dev.reelstore.fire.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.campaign.Handlers;
import dev.reelstore.fire.campaign.Load;
import dev.reelstore.fire.campaign.Pipeline;
import dev.reelstore.fire.network.Proxy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that refuses connections because there are too many: nobody storms it, and all is well when it lets them in. */
@Tag("fire")
public final class ConnectionLimitCampaignTest {

    private static final int SECONDS = 4;

    /** A pool and a listener, each with its back-off, make three or four; a loop that is not held back makes dozens. */
    private static final int MOST_ATTEMPTS_A_SECOND = 10;

    @Test
    void whoIsRefusedAConnectionWaitsBeforeAskingAgain() throws Exception {
        Campaign.run("connection-limit", campaign -> {
            Server server = campaign.closing(Server.create(campaign.folder().resolve("server")));
            campaign.writings().addServerLog(server.log());
            campaign.writings().expect("too many connections for role");
            Proxy proxy = campaign.closing(new Proxy(server.port()));
            Pipeline pipeline = Pipeline.open(campaign, Pipeline.settings(proxy.port()));
            Handlers.start(pipeline.reelstore(), pipeline.ledger());
            Load load = campaign.closing(new Load(pipeline.reelstore(), pipeline.ledger()).start(campaign, 2));
            for (int i = campaign.times(2); i > 0; i--) {
                Thread.sleep(500);
                int before = proxy.accepted();
                limit(server, (i + 1) % 2);
                Thread.sleep(SECONDS * 1_000L);
                int attempts = (proxy.accepted() - before) / SECONDS;
                campaign.report().figure("attempts to connect while refused", (proxy.accepted() - before));
                limit(server, -1);
                campaign.report().fault("too many connections");
                pipeline.awaitRecovery("too many connections", System.nanoTime());
                assertThat(attempts).as("attempts to connect, a second").isLessThan(MOST_ATTEMPTS_A_SECOND);
            }
            load.close();
            pipeline.awaitAllEnded();
            pipeline.awaitRest(server);
            pipeline.holdAgainst(server);
        });
    }

    private static void limit(Server server, int connections) throws Exception {
        server.execute("ALTER ROLE " + Account.USER + " CONNECTION LIMIT " + connections);
        server.ask(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '" + Account.USER + "'");
    }
}
