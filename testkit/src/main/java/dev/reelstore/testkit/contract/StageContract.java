package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.StageState;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stages: how far a job has come, and from where its next attempt resumes. */
public interface StageContract extends Contract {

    @Test
    default void aJobWithoutStagesAndAJobThatIsNotThereHaveNone(Persistence store) {
        assertThat(store.jobs().stages(store.jobs().create(Given.job()).id())).isEmpty();
        assertThat(store.jobs().stages(JobId.next())).isEmpty();
    }

    @Test
    default void progressAddsAStageAndLaterReplacesWhatItSaid(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        Instant before = store.now().truncatedTo(ChronoUnit.MICROS);

        assertThat(store.claims().progress(claim, new StageProgress("render", 90, 12.34, "frame 7")))
                .isEqualTo(Settlement.DONE);
        StageState first = onlyStage(store, claim);
        fixture.advance(Duration.ofSeconds(3));
        store.claims().progress(claim, new StageProgress("render", 80, 100, null));
        StageState second = onlyStage(store, claim);

        assertThat(first.progress()).isEqualTo(new StageProgress("render", 90, 12.34, "frame 7"));
        assertThat(first.checkpoint()).isNull();
        assertThat(first.updatedAt()).isBetween(before, store.now().minusSeconds(3));
        assertThat(second.progress()).isEqualTo(new StageProgress("render", 80, 100, null));
        assertThat(second.updatedAt()).isAfterOrEqualTo(first.updatedAt().plusSeconds(3));
    }

    @Test
    default void aCheckpointAddsAStageThatHasNotBegun(Persistence store) {
        Claim claim = Given.claimed(store);
        JsonDocument checkpoint = new JsonDocument("{\"part\": 3}");

        assertThat(store.claims().checkpoint(claim, "upload", checkpoint)).isEqualTo(Settlement.DONE);

        assertThat(onlyStage(store, claim).progress()).isEqualTo(new StageProgress("upload", 0, 0, null));
        assertThat(onlyStage(store, claim).checkpoint()).isEqualTo(checkpoint);
    }

    @Test
    default void progressKeepsTheCheckpointAndACheckpointTheProgress(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        StageProgress progress = new StageProgress("upload", 10, 50, "half");
        store.claims().checkpoint(claim, "upload", new JsonDocument("1"));
        store.claims().progress(claim, progress);

        assertThat(onlyStage(store, claim).checkpoint()).isEqualTo(new JsonDocument("1"));
        Instant before = onlyStage(store, claim).updatedAt();
        fixture.advance(Duration.ofSeconds(1));
        store.claims().checkpoint(claim, "upload", new JsonDocument("2"));

        StageState stage = onlyStage(store, claim);
        assertThat(stage.progress()).isEqualTo(progress);
        assertThat(stage.checkpoint()).isEqualTo(new JsonDocument("2"));
        assertThat(stage.updatedAt()).isAfter(before);
    }

    @Test
    default void stagesAreInTheOrderInWhichTheyWereFirstWritten(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        for (String stage : List.of("upload", "analyse", "render", "complete")) {
            store.claims().progress(claim, new StageProgress(stage, 1, 0, null));
            fixture.advance(Duration.ofSeconds(1));
        }
        store.claims().checkpoint(claim, "upload", JsonDocument.EMPTY);
        store.claims().progress(claim, new StageProgress("analyse", 1, 100, null));

        assertThat(names(store, claim)).containsExactly("upload", "analyse", "render", "complete");
    }

    @Test
    default void stagesWrittenInOneUnitAreInThatOrderToo(Persistence store) {
        Claim claim = Given.claimed(store);

        store.unitOfWork().run(stores -> {
            for (String stage : List.of("d", "b", "c", "a", "e")) {
                stores.claims().progress(claim, new StageProgress(stage, 1, 0, null));
            }
        });

        assertThat(names(store, claim)).containsExactly("d", "b", "c", "a", "e");
    }

    @Test
    default void percentIsKeptToTwoDecimals(Persistence store) {
        Claim claim = Given.claimed(store);
        for (double percent : new double[] {0, 0.01, 33.33, 99.99, 100}) {
            store.claims().progress(claim, new StageProgress("render", 1, percent, null));
            assertThat(onlyStage(store, claim).progress().percent()).isEqualTo(percent);
        }
    }

    @Test
    default void eachJobHasItsOwnStages(Persistence store) {
        store.jobs().createAll(Given.jobs(2));
        List<Claim> claims = store.claims().claim(Given.request(WorkerId.next()).limit(2));
        store.claims().progress(claims.get(0), new StageProgress("render", 1, 10, null));

        assertThat(store.jobs().stages(claims.get(1).jobId())).isEmpty();
    }

    @Test
    default void stagesOutliveTheAttemptHoweverItEnds(Fixture fixture) {
        Persistence store = fixture.persistence();
        Claim claim = Given.claimed(store);
        store.claims().checkpoint(claim, "upload", new JsonDocument("[7]"));
        store.claims().progress(claim, new StageProgress("upload", 3, 60, "part 7"));
        List<StageState> stages = store.jobs().stages(claim.jobId());

        store.claims().fail(claim, JobFailure.retryAfter(Duration.ZERO, "flaky"));
        assertThat(store.jobs().stages(claim.jobId())).isEqualTo(stages);
        Claim second = Given.claim(store, WorkerId.next());
        assertThat(store.jobs().stages(claim.jobId())).isEqualTo(stages);
        store.claims().release(second);
        assertThat(store.jobs().stages(claim.jobId())).isEqualTo(stages);
        Loss.RESCUED.happenTo(Given.claim(store, WorkerId.next()), fixture);
        assertThat(store.jobs().stages(claim.jobId())).isEqualTo(stages);
        store.claims().complete(Given.claim(store, WorkerId.next()), null);
        assertThat(store.jobs().stages(claim.jobId())).isEqualTo(stages);
    }

    private static StageState onlyStage(Persistence store, Claim claim) {
        List<StageState> stages = store.jobs().stages(claim.jobId());
        assertThat(stages).hasSize(1);
        return stages.get(0);
    }

    private static List<String> names(Persistence store, Claim claim) {
        return store.jobs().stages(claim.jobId()).stream()
                .map(StageState::stage)
                .toList();
    }
}
