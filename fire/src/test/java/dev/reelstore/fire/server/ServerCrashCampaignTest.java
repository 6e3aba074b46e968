package dev.reelstore.fire.server;

import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.campaign.Handlers;
import dev.reelstore.fire.campaign.Load;
import dev.reelstore.fire.campaign.Pipeline;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is killed, or stopped at once, again and again while a pipeline works. */
@Tag("fire")
public final class ServerCrashCampaignTest {

    @Test
    void nothingIsLostOrDoneTwiceWhenTheServerCrashes() throws Exception {
        Campaign.run("server-crash", campaign -> {
            Server server = campaign.closing(Server.create(campaign.folder().resolve("server")));
            campaign.writings().addServerLog(server.log());
            Pipeline pipeline = Pipeline.open(campaign, Pipeline.settings(server.port()));
            Handlers.start(pipeline.reelstore(), pipeline.ledger());
            Load load = campaign.closing(new Load(pipeline.reelstore(), pipeline.ledger()).start(campaign, 2));
            SplittableRandom random = campaign.random();
            int kills = campaign.times(5);
            int stops = campaign.times(20);
            while (kills + stops > 0) {
                boolean kill = random.nextInt(kills + stops) < kills;
                Thread.sleep(random.nextInt(50, 400));
                if (kill) {
                    kills--;
                    server.kill();
                } else {
                    stops--;
                    server.stopImmediately();
                }
                server.start();
                String kind = kill ? "server killed" : "server stopped";
                campaign.report().fault(kind);
                pipeline.awaitRecovery(kind, System.nanoTime());
            }
            load.close();
            pipeline.awaitAllEnded();
            pipeline.awaitRest(server);
            pipeline.holdAgainst(server);
        });
    }
}
