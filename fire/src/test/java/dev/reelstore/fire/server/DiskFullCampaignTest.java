package dev.reelstore.fire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.campaign.Handlers;
import dev.reelstore.fire.campaign.Load;
import dev.reelstore.fire.campaign.Pipeline;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A disk that is full: what is refused is told as such and may be repeated, and all goes on when there is space again. */
@Tag("fire")
public final class DiskFullCampaignTest {

    private static final int MEGABYTES = 48;

    @Test
    void aFullDiskRefusesAndLosesNothing() throws Exception {
        Campaign.run("disk-full", campaign -> {
            assumeTrue(campaign.longRun(), "only in a long run");
            SmallDisk disk = mount(campaign);
            Server server = campaign.closing(Server.create(campaign.folder().resolve("server")));
            campaign.writings().addServerLog(server.log());
            campaign.writings().expect("No space left on device");
            campaign.writings().expect("could not extend file");
            server.execute("CREATE TABLESPACE small LOCATION '" + disk.folder() + "'");
            server.execute("ALTER DATABASE " + Account.DATABASE + " SET TABLESPACE small");
            Pipeline pipeline = Pipeline.open(campaign, Pipeline.settings(server.port()));
            Handlers.start(pipeline.reelstore(), pipeline.ledger());
            Load load = campaign.closing(new Load(pipeline.reelstore(), pipeline.ledger()).start(campaign, 2));
            for (int i = campaign.times(2); i > 0; i--) {
                Thread.sleep(300);
                disk.fill();
                campaign.report().figure("refused while full", refusals(pipeline));
                disk.free();
                campaign.report().fault("disk full");
                pipeline.awaitRecovery("disk full", System.nanoTime());
            }
            load.close();
            pipeline.awaitAllEnded();
            pipeline.awaitRest(server);
            pipeline.holdAgainst(server);
        });
    }

    private static SmallDisk mount(Campaign campaign) throws InterruptedException {
        try {
            return campaign.closing(SmallDisk.mount(campaign.folder().resolve("disk"), MEGABYTES));
        } catch (IOException refused) {
            return abort(refused.getMessage());
        }
    }

    /** Creates jobs that need space until one is refused. */
    private static long refusals(Pipeline pipeline) {
        String parameters = "{\"a\":\"" + "x".repeat(5_000) + "\"}";
        for (int i = 0; i < 10_000; i++) {
            try {
                pipeline.persistence()
                        .jobs()
                        .create(NewJob.of("plain", new Target("space", "1")).parameters(parameters));
            } catch (StoreException refused) {
                assertThat(refused.repeat()).as(refused.getMessage()).isEqualTo(Repeat.SAFE);
                return 1;
            }
        }
        throw new AssertionError("10,000 jobs went onto a disk that is full");
    }
}
