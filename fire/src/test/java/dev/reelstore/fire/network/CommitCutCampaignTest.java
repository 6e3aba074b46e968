package dev.reelstore.fire.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reelstore.fire.campaign.Campaign;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that are cut while a commit is under way: whoever gets a definite answer gets the right one. */
@Tag("fire")
public final class CommitCutCampaignTest {

    @Test
    void whatIsToldOfACommitThatWasCutIsTrue() throws Exception {
        Campaign.run("commit-cut", campaign -> cutMany(campaign, CutStore.open(campaign, 2), 200, 4));
    }

    @Test
    void whatIsToldOfACommitThatWasCutOnItsWayToAPoolerIsTrue() throws Exception {
        Campaign.run("commit-cut-pgbouncer", campaign -> {
            assumeTrue(campaign.longRun(), "only in a long run");
            cutMany(campaign, CutStore.openBehindPooler(campaign, 2), 20, 1);
        });
    }

    private static void cutMany(Campaign campaign, CutStore cut, int times, int late) throws Exception {
        SplittableRandom random = campaign.random();
        List<String> kinds = new ArrayList<>(Collections.nCopies(campaign.times(times), "before commit"));
        kinds.addAll(Collections.nCopies(campaign.times(times), "after commit"));
        kinds.addAll(Collections.nCopies(campaign.times(late), "commit came late"));
        Collections.shuffle(kinds, new Random(random.nextLong()));
        for (String kind : kinds) {
            Acts acts = random.nextBoolean() ? cut.direct() : cut.repeated();
            Act act = random.nextInt(8) == 0 ? acts.ownTable(cut.store()) : acts.any(random);
            cut.cut(act, of(kind), kind);
        }
    }

    private static Cut of(String kind) {
        return switch (kind) {
            case "before commit" -> new Cut.BeforeCommit();
            case "after commit" -> new Cut.AfterCommit(() -> {});
            default -> new Cut.LateCommit(Duration.ofMillis(200));
        };
    }

    /**
     * The server dies with a commit that it has acknowledged and not yet written down, and gives the number of that
     * transaction to another one, which commits.
     */
    @Test
    void aCommitThatWentWithTheServerIsNotMistakenForAnother() throws Exception {
        loseTheServer("commit-unflushed", "synchronous_commit=off", "wal_writer_delay=10s");
    }

    /** The server dies with its answer only: the commit is there, nobody can know it, and nobody may do it again. */
    @Test
    void aCommitOfWhichNobodyCanTellIsNotDoneAgain() throws Exception {
        loseTheServer("commit-crash");
    }

    private static void loseTheServer(String name, String... settings) throws Exception {
        Campaign.run(name, campaign -> {
            CutStore cut = CutStore.open(campaign, 2, settings);
            SplittableRandom random = campaign.random();
            for (int i = campaign.times(6); i > 0; i--) {
                Acts acts = i % 4 < 2 ? cut.repeated() : cut.direct();
                Act act = i % 2 == 1 ? acts.ownTable(cut.store()) : acts.any(random);
                cut.server().execute("CHECKPOINT");
                String kind = "server lost after commit";
                cut.cut(act, new Cut.AfterCommit(() -> loseIt(cut)), kind);
                campaign.report().figure("commits lost with the server", act.records() - cut.count(act.question()));
            }
        });
    }

    private static void loseIt(CutStore cut) {
        try {
            cut.server().kill();
            cut.server().start();
            try (Connection connection = cut.server().connect();
                    Statement statement = connection.createStatement()) {
                for (int i = 0; i < 30; i++) {
                    statement.execute("SELECT txid_current()");
                }
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
