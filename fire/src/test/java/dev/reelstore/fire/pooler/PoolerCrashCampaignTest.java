package dev.reelstore.fire.pooler;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.campaign.Handlers;
import dev.reelstore.fire.campaign.Load;
import dev.reelstore.fire.campaign.Pipeline;
import dev.reelstore.fire.server.Server;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A pooler that is killed, and a server that dies behind it, again and again while a pipeline works. */
@Tag("fire")
public final class PoolerCrashCampaignTest {

    @Test
    void nothingIsLostOrDoneTwiceWhenThePoolerOrItsServerDies() throws Exception {
        Campaign.run("pgbouncer-crash", campaign -> {
            assumeTrue(campaign.longRun(), "only in a long run");
            Server server = campaign.closing(Server.create(campaign.folder().resolve("server")));
            campaign.writings().addServerLog(server.log());
            PgBouncer pooler = PgBouncer.before(server, campaign);
            Pipeline pipeline = Pipeline.open(campaign, pooler.withWayPast(Pipeline.settings(pooler.port())));
            Handlers.start(pipeline.reelstore(), pipeline.ledger());
            Load load = campaign.closing(new Load(pipeline.reelstore(), pipeline.ledger()).start(campaign, 2));
            SplittableRandom random = campaign.random();
            for (int i = campaign.times(2); i > 0; i--) {
                Thread.sleep(random.nextInt(50, 400));
                String kind = i % 2 == 0 ? "pooler killed" : "server killed behind the pooler";
                if (i % 2 == 0) {
                    pooler.kill();
                    pooler.start();
                } else {
                    server.kill();
                    server.start();
                }
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
