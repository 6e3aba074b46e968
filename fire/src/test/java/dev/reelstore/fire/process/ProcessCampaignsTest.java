package dev.reelstore.fire.process;

import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.testkit.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Processes that are killed, frozen, started at once, have wrong clocks, or whose threads are interrupted. */
@Tag("fire")
final class ProcessCampaignsTest {

    /** It outlives the campaigns, so that none of them seems to have left it behind. */
    @BeforeAll
    static void startTheServer() {
        TestDatabase.get();
    }

    @Test
    void whatAWorkerHeldThatWasKilledAtAnyStepIsDoneOnceByAnother() throws Exception {
        Campaign.run("workers-killed", campaign -> {
            KilledWorkers killed = KilledWorkers.of(Jvm.PLAIN, campaign.times(21), campaign.random());
            List<Duration> takeovers = killed.run();
            killed.points().forEach(point -> campaign.report().fault("killed " + point));
            recovered(campaign, "worker killed", takeovers);
            count(campaign, KilledWorkers.DATABASE);
        });
    }

    @Test
    void aFrozenWorkerThatWakesChangesNothing() throws Exception {
        Campaign.run("workers-frozen", campaign -> {
            List<Duration> takeovers = new PausedWorkers(Jvm.PLAIN, campaign.times(20), campaign.random()).run();
            takeovers.forEach(each -> campaign.report().fault("worker frozen"));
            recovered(campaign, "worker frozen", takeovers);
            count(campaign, PausedWorkers.DATABASE);
        });
    }

    @Test
    void manyProcessesStartAtOnceThoughTheOneThatMakesTheTablesIsKilled() throws Exception {
        Campaign.run("start-race", campaign -> {
            for (int i = 0; i < campaign.times(3); i++) {
                Duration took = new StartRace(Jvm.PLAIN, 16, campaign.random()).run();
                campaign.report().fault("killed while it made the tables");
                recovered(campaign, "all started", List.of(took));
            }
        });
    }

    @Test
    void workersWhoseClocksAreAnHourOffChangeNothing() throws Exception {
        Campaign.run("wrong-clocks", campaign -> {
            for (int i = 0; i < campaign.times(1); i++) {
                campaign.report().fault("clock an hour ahead");
                campaign.report().fault("clock an hour behind");
                recovered(campaign, "worker killed", new WrongClocks(Jvm.PLAIN).run());
                count(campaign, WrongClocks.DATABASE);
            }
        });
    }

    @Test
    void interruptedThreadsLeaveThePoolWhole() throws Exception {
        Campaign.run("interrupts", campaign -> {
            int interrupts = campaign.times(50);
            for (Threads kind : Threads.values()) {
                if (kind.available()) {
                    Interrupts.Outcome outcome = new Interrupts(Jvm.PLAIN, interrupts, campaign.random()).run(kind);
                    campaign.report().figure("interrupts of " + kind + " threads", interrupts);
                    campaign.report().figure("operations of " + kind + " threads that failed", outcome.failures());
                    recovered(campaign, kind + " threads interrupted", List.of(outcome.idle()));
                    count(campaign, Interrupts.DATABASE);
                } else {
                    campaign.report().figure("skipped, for want of " + kind + " threads", 1);
                }
            }
        });
    }

    @Test
    void theMainJobIsDoneThoughItAndItsDatabaseAreKilledAgainAndAgain() throws Exception {
        Campaign.run("main-job", campaign -> {
            Path folder =
                    Files.setPosixFilePermissions(campaign.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
            MainJob job = new MainJob(Jvm.PLAIN, campaign.random(), folder);
            int kills = campaign.times(20);
            job.run(kills).forEach((whom, times) -> {
                for (int i = 0; i < times; i++) {
                    campaign.report().fault(whom + " killed");
                }
            });
            campaign.report().figure("files", job.files());
            campaign.report().figure("renditions", job.renditions());
        });
    }

    private static void recovered(Campaign campaign, String kind, List<Duration> times) {
        times.forEach(time -> campaign.report().recoveries().add(kind, time));
    }

    private static void count(Campaign campaign, String database) throws SQLException {
        Trail trail = new Trail(TestDatabase.get().named(database));
        campaign.report().operations(trail.claims() + trail.completions());
        campaign.report().figure("completions", trail.completions());
    }
}
