package dev.reelstore.fire.server;

import static org.awaitility.Awaitility.await;

import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.campaign.Handlers;
import dev.reelstore.fire.campaign.Load;
import dev.reelstore.fire.campaign.Pipeline;
import dev.reelstore.fire.network.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A primary that is killed, whose standby takes its place, and which comes back read-only where clients still look for it.
 */
@Tag("fire")
public final class PromotionCampaignTest {

    @Test
    void nothingIsLostWhenASynchronousStandbyTakesOver() throws Exception {
        Campaign.run("promotion-synchronous", campaign -> promote(campaign, true, campaign.times(3)));
    }

    /** What the standby had not got is lost, and counted; nothing else may be wrong. */
    @Test
    void onlyTheLastWritesAreLostWhenAnAsynchronousStandbyTakesOver() throws Exception {
        Campaign.run("promotion-asynchronous", campaign -> promote(campaign, false, campaign.times(1)));
    }

    private static void promote(Campaign campaign, boolean synchronous, int times) throws Exception {
        Server primary = campaign.closing(Server.create(campaign.folder().resolve("server-0")));
        campaign.writings().addServerLog(primary.log());
        campaign.writings().expect("read-only transaction");
        campaign.writings().expect("requested WAL segment");
        campaign.writings().expect("could not receive data from WAL stream");
        campaign.writings().expect("terminating walreceiver");
        campaign.writings().expect("replication terminated");
        Proxy proxy = campaign.closing(new Proxy(primary.port()));
        Pipeline pipeline = Pipeline.open(campaign, Pipeline.settings(proxy.port()));
        Handlers.start(pipeline.reelstore(), pipeline.ledger());
        Load load = campaign.closing(new Load(pipeline.reelstore(), pipeline.ledger()).start(campaign, 2));
        for (int i = 1; i <= times; i++) {
            Server standby =
                    campaign.closing(primary.withStandby(campaign.folder().resolve("server-" + i), "standby"));
            campaign.writings().addServerLog(standby.log());
            awaitStreaming(primary, synchronous);
            pipeline.awaitRecovery("restarted for a standby", System.nanoTime());
            Thread.sleep(300);

            primary.kill();
            standby.promote();
            primary.configure("default_transaction_read_only = on");
            primary.configure("synchronous_standby_names = ''");
            primary.start();
            awaitPoolOn(primary);
            proxy.leadTo(standby.port());
            String kind = synchronous ? "synchronous standby promoted" : "asynchronous standby promoted";
            campaign.report().fault(kind);
            pipeline.awaitRecovery(kind, System.nanoTime());
            pipeline.awaitWrite();
            primary.kill();
            FileTree.delete(primary.data());
            primary = standby;
        }
        load.close();
        pipeline.awaitAllEnded();
        pipeline.awaitRest(primary);
        if (synchronous) {
            pipeline.holdAgainst(primary);
        } else {
            pipeline.holdAgainstWhatMayHaveLost(primary);
        }
    }

    /** The pool's connections lead to the one that was demoted: only who evicts them gets to the other. */
    private static void awaitPoolOn(Server demoted) throws Exception {
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> !demoted.ask("SELECT count(*) FROM pg_stat_activity WHERE usename = '" + Account.USER
                                + "' AND query NOT ILIKE '%LISTEN%'")
                        .equals("0"));
        Thread.sleep(1_000);
    }

    private static void awaitStreaming(Server primary, boolean synchronous) throws Exception {
        if (synchronous) {
            primary.configure("synchronous_standby_names = 'standby'");
            primary.reload();
        }
        String state = synchronous ? "sync" : "async";
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> primary.ask("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'"
                                + " AND sync_state = '" + state + "'")
                        .equals("1"));
    }
}
