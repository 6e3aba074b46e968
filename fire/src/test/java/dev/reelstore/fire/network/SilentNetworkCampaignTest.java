package dev.reelstore.fire.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.adapter.postgres.Limits;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.campaign.Handlers;
import dev.reelstore.fire.campaign.Load;
import dev.reelstore.fire.campaign.Pipeline;
import dev.reelstore.fire.server.Server;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that stay open and carry nothing, or next to nothing: nobody may hang on them. */
@Tag("fire")
public final class SilentNetworkCampaignTest {

    private static final String TRICKLE = "a byte a second";

    private static final Duration SOCKET = Duration.ofSeconds(2);

    @Test
    void nobodyHangsOnANetworkThatFallsSilent() throws Exception {
        Campaign.run("silent-network", campaign -> {
            Server server = campaign.closing(Server.create(campaign.folder().resolve("server")));
            campaign.writings().addServerLog(server.log());
            Proxy proxy = campaign.closing(new Proxy(server.port()));
            Pipeline pipeline = Pipeline.open(campaign, settings(proxy.port()));
            Handlers.start(pipeline.reelstore(), pipeline.ledger());
            Load load = campaign.closing(new Load(pipeline.reelstore(), pipeline.ledger()).start(campaign, 2));
            Probe probe = campaign.closing(new Probe(pipeline).start());
            Duration most = SOCKET.plus(settings(proxy.port()).pool().maxWait()).plusSeconds(2);
            SplittableRandom random = campaign.random();
            for (int i = campaign.times(6); i > 0; i--) {
                Thread.sleep(random.nextInt(200, 600));
                String kind = silence(proxy, random, i);
                campaign.report().fault(kind);
                pipeline.awaitRecovery(kind, System.nanoTime());
                Thread.sleep(500); // until the calls that were under way have ended too
                Duration longest = probe.takeLongest();
                campaign.report().recoveries().add("longest call, " + kind, longest);
                assertThat(longest).as("the longest call of a port, " + kind).isLessThan(most);
            }
            load.close();
            probe.close();
            pipeline.awaitAllEnded();
            pipeline.awaitRest(server);
            pipeline.holdAgainst(server);
        });
    }

    private static PostgresSettings settings(int port) {
        return Pipeline.settings(port)
                .limits(new Limits(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMinutes(1)))
                .socketTimeout(SOCKET);
    }

    private static String silence(Proxy proxy, SplittableRandom random, int number) throws InterruptedException {
        switch (number % 3) {
            case 0 -> {
                proxy.pace().freeze();
                Thread.sleep(random.nextInt(500, 1_500));
                proxy.pace().flow();
                return "frozen for a moment";
            }
            case 1 -> {
                proxy.pace().freeze();
                Thread.sleep(random.nextInt(6_000, 8_000));
                proxy.cutAll();
                proxy.pace().flow();
                return "half-open for long";
            }
            default -> {
                proxy.pace().trickle();
                Thread.sleep(random.nextInt(6_000, 8_000));
                proxy.pace().flow();
                return TRICKLE;
            }
        }
    }
}
