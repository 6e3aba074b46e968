package dev.reelstore.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What follows from which figures. */
final class VerdictTest {

    @Test
    void aLongWayThatThreadsShareIsTheLimit() {
        Verdict verdict = Verdict.ofCreates(result(new Ground(1_800, 2_000, 100), 2_300, 7.5, 0.2));

        assertThat(verdict.limit()).isEqualTo(Limit.ROUND_TRIP);
        assertThat(verdict.sentence())
                .contains("2,300 µs: about 1,800 in round trips, 100 in the flush at its commit, 400 in work")
                .contains("8 threads create 7.5 times as many as one, and more would create more.");
    }

    @Test
    void aSlowDiskIsTheLimitHoweverThreadsShareIt() {
        Ground ground = new Ground(30, 4_300, 4_000);

        assertThat(Verdict.ofCreates(result(ground, 4_600, 7, 0.2)).limit()).isEqualTo(Limit.FLUSH);
        assertThat(Verdict.ofCreates(result(ground, 4_600, 2, 0.2)).limit()).isEqualTo(Limit.FLUSH);
    }

    @Test
    void processorsThatAreBusyAreTheLimitWhateverOneCreateWaitsFor() {
        Verdict verdict = Verdict.ofCreates(result(new Ground(30, 900, 500), 800, 2.5, 0.97));

        assertThat(verdict.limit()).isEqualTo(Limit.PROCESSORS);
        assertThat(verdict.sentence())
                .contains("processors here busy to 97 %, 40 % by this command")
                .doesNotContain("more would");
    }

    @Test
    void threadsThatMerelyWaitAreNotLimitedByProcessorsThatOthersKeepBusy() {
        assertThat(Verdict.ofCreates(result(new Ground(1_800, 2_000, 100), 2_300, 7.5, 1))
                        .limit())
                .isEqualTo(Limit.ROUND_TRIP);
        assertThat(Verdict.ofCreates(result(new Ground(30, 4_300, 4_000), 4_600, 7, 1))
                        .limit())
                .isEqualTo(Limit.FLUSH);
        assertThat(Verdict.ofCreates(result(new Ground(30, 4_300, 4_000), 4_600, 2, 1))
                        .limit())
                .isEqualTo(Limit.PROCESSORS);
    }

    @Test
    void whatNothingHereExplainsIsTheServer() {
        Ground nearAndQuick = new Ground(30, 300, 50);

        assertThat(Verdict.ofCreates(result(nearAndQuick, 2_000, 3, 0.3)).limit())
                .isEqualTo(Limit.SERVER);
        assertThat(Verdict.ofCreates(result(new Ground(900, 2_000, 100), 2_300, 3, 0.3))
                        .limit())
                .isEqualTo(Limit.SERVER);
    }

    @Test
    void partsThatWereMeasuredApartNeverTakeMoreThanTheWhole() {
        assertThat(Verdict.ofCreates(result(new Ground(900, 2_000, 1_500), 2_300, 7.5, 0.2))
                        .sentence())
                .contains("about 800 in round trips, 1,500 in the flush at its commit, 0 in work");
    }

    @Test
    void theDrainIsJudgedByTheProcessors() {
        Ground ground = new Ground(30, 300, 50);

        assertThat(Verdict.ofDrain(result(ground, 500, 3, 0.9)).limit()).isEqualTo(Limit.PROCESSORS);
        assertThat(Verdict.ofDrain(result(ground, 500, 3, 0.5)).limit()).isEqualTo(Limit.SERVER);
    }

    @Test
    void aMachineThatDoesNotTellIsJudgedByTheCommand() {
        assertThat(new Load(0.9, null).full()).isTrue();
        assertThat(new Load(0.5, null).full()).isFalse();
    }

    @Test
    void serversThatPromiseLessAreWarnedOf() {
        assertThat(new ServerSettings("18.1", "on", "on", false).warnings()).isEmpty();
        assertThat(new ServerSettings("18.1", "off", "off", false).warnings())
                .satisfiesExactly(
                        warning -> assertThat(warning).startsWith("synchronous_commit is off"),
                        warning -> assertThat(warning).startsWith("fsync is off"));
    }

    private static BenchResult result(Ground ground, double aloneMicros, double gain, double machine) {
        double alone = 1e6 / aloneMicros;
        Load load = new Load(0.4, machine);
        return new BenchResult(
                new ServerSettings("18.1", "on", "on", false),
                ground,
                new Creates(aloneMicros, alone, new Rate(gain * alone, load)),
                new Rate(10_000, load),
                new PickUps(1_000, 2_000));
    }
}
