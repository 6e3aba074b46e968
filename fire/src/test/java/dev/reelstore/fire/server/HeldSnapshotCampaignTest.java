package dev.reelstore.fire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.fire.campaign.ByHand;
import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.campaign.Handlers;
import dev.reelstore.fire.campaign.Load;
import dev.reelstore.fire.campaign.Pipeline;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A transaction that somebody leaves open, so that nothing that is dead can be cleared away: nothing breaks, and claims
 * don't walk over all that lies dead.
 */
@Tag("fire")
public final class HeldSnapshotCampaignTest {

    private static final int SECONDS_EACH = 2;
    private static final int AT_ONCE = 1_000;
    private static final int DEAD = 40 * AT_ONCE;
    private static final int SINGLE = 1_000;

    @Test
    void aForgottenTransactionSlowsAndBreaksNothing() throws Exception {
        Campaign.run("held-snapshot", campaign -> {
            assumeTrue(campaign.longRun(), "only in a long run");
            Server server = campaign.closing(Server.create(campaign.folder().resolve("server")));
            campaign.writings().addServerLog(server.log());
            Pipeline pipeline = Pipeline.open(campaign, Pipeline.settings(server.port()));
            Handlers.start(pipeline.reelstore(), pipeline.ledger());
            Load load = campaign.closing(new Load(pipeline.reelstore(), pipeline.ledger()).start(campaign, 2));
            int parts = campaign.times(2);
            try (Connection connection = server.connect();
                    Statement forgotten = connection.createStatement()) {
                campaign.report().figure("jobs ended a second, before", ended(server, SECONDS_EACH));
                connection.setAutoCommit(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                forgotten.executeQuery("SELECT count(*) FROM reelstore.job").close();
                campaign.report().fault("snapshot held");
                for (int part = 1; part <= parts; part++) {
                    campaign.report()
                            .figure("jobs ended a second, part %03d".formatted(part), ended(server, SECONDS_EACH));
                }
                load.close();
                pipeline.awaitAllEnded();
                long walked = walkedByOneClaim(new ByHand(pipeline), server);
                campaign.report().figure("dead index entries that one claim walks over", walked);
                campaign.report()
                        .figure(
                                "dead live rows",
                                count(server, "SELECT n_dead_tup FROM pg_stat_user_tables WHERE relname = 'job_live'"));
                assertThat(walked).as("walked over by a claim, of %s", DEAD).isLessThan(DEAD / 2);
                connection.rollback();
            }
            pipeline.awaitRest(server);
            pipeline.holdAgainst(server);
        });
    }

    /** On average, with so many dead ones in front of each. */
    private static long walkedByOneClaim(ByHand hand, Server server) throws Exception {
        for (int i = 0; i < DEAD; i += AT_ONCE) {
            hand.end(AT_ONCE);
        }
        long before = walked(server);
        for (int i = 0; i < SINGLE; i++) {
            hand.end(1);
        }
        return (walked(server) - before) / SINGLE;
    }

    /** By all claims so far. */
    private static long walked(Server server) throws Exception {
        // a process says what it read once a second
        Thread.sleep(1_500);
        return count(server, "SELECT idx_tup_read FROM pg_stat_user_indexes WHERE indexrelname = 'job_live_ready'");
    }

    private static long ended(Server server, int seconds) throws Exception {
        String question = "SELECT count(*) FROM reelstore.job_end";
        long before = count(server, question);
        Thread.sleep(seconds * 1_000L);
        return (count(server, question) - before) / seconds;
    }

    private static long count(Server server, String question) throws Exception {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
