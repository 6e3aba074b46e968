package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobQuery;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile and odd text: data stays data, what cannot be stored is refused, what people are to read is mended (G9). */
public interface InputContract extends Contract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE reelstore.job; --",
                "\" OR \"\"=\"",
                "100%",
                "a_b",
                "back\\slash",
                "${jndi} #{x} :name ?1 {0} %s",
                "NULL",
                " leading and trailing ",
                "tab\tline\nreturn\r",
                "Ünïcödé 🎬 \u202E rtl \uFEFF",
                "e\u0301 is not é"
            })
    default void aNameIsDataWhateverStandsInIt(String name, Persistence store) {
        Target target = new Target(name, name);
        NewJob asked = NewJob.of(name, target).queue(name);
        Job job = store.jobs().create(asked);

        assertThat(job.type()).isEqualTo(name);
        assertThat(job.target()).isEqualTo(target);
        assertThat(store.jobs()
                        .createIfAbsent(NewJob.of(name, target), Set.of())
                        .job())
                .isEqualTo(job);
        assertThat(store.jobs().exists(name, target, Set.of())).isTrue();
        JobFilter filter = JobFilter.all().type(name).target(target).queue(name);
        assertThat(store.jobs().list(JobQuery.newestFirst(filter)).jobs()).containsExactly(job);
        Claim claim = store.claims()
                .claim(ClaimRequest.of(WorkerId.next(), name, List.of(name)))
                .get(0);
        store.claims().progress(claim, new StageProgress(name, 1, 1, name));
        store.claims().checkpoint(claim, name, new JsonDocument("1"));
        assertThat(store.jobs().stages(job.id())).hasSize(1);
        store.claims().fail(claim, JobFailure.forGood(name));
        assertThat(store.jobs().get(job.id()).error()).isEqualTo(name);
        NewVideo video = NewVideo.ofExternalId(name).title(name);
        store.videos().create(video);
        assertThat(store.videos().findByExternalId(name))
                .hasValueSatisfying(found -> assertThat(found.title()).isEqualTo(name));
        VideoQuality quality = store.qualities()
                .put(NewQuality.of(video.id(), QualityLevel.LEVEL_720P, name).variant(name));
        assertThat(store.qualities().list(video.id())).containsExactly(quality);
        assertThat(quality.variant()).isEqualTo(name);
    }

    @Test
    default void namesThatLookAlikeAreNotTheSame(Persistence store) {
        List<String> names = List.of("abc", "ABC", "abc ", " abc", "abç", "abc\u0327", "ab%", "ab_", "a*");
        for (String name : names) {
            assertThat(store.jobs()
                            .createIfAbsent(NewJob.of(name, new Target("film", "one")), Set.of())
                            .created())
                    .isTrue();
            assertThat(store.jobs()
                            .createIfAbsent(NewJob.of(Given.TYPE, new Target("film", name)), Set.of())
                            .created())
                    .isTrue();
            assertThat(store.videos()
                            .registerByExternalId(NewVideo.ofExternalId(name))
                            .created())
                    .isTrue();
            assertThat(store.jobs().count(JobFilter.all().type(name))).isEqualTo(1);
        }
    }

    @Test
    default void aLookUpRefusesWhatNoRecordCanBeCalled(Persistence store) {
        Target target = new Target("film", "one");
        for (String impossible : List.of("", "  ", "a\u0000b", "\uD83C", "x".repeat(201))) {
            refused(() -> store.jobs().exists(impossible, target, Set.of()));
            refused(() -> store.videos().findByExternalId(impossible));
        }
    }

    @Test
    default void aCheckpointRefusesAStageThatCannotBeNamedSo(Persistence store) {
        Claim claim = Given.claimed(store);
        for (String impossible : List.of("", "  ", "a\u0000b", "\uDC00", "x".repeat(101))) {
            refused(() -> store.claims().checkpoint(claim, impossible, JsonDocument.EMPTY));
        }
        assertThat(store.jobs().stages(claim.jobId())).isEmpty();
    }

    @Test
    default void theTextOfAFailureIsMendedAndCutButNeverRefused(Persistence store) {
        Claim claim = Given.claimed(store);
        store.claims().fail(claim, JobFailure.forGood("exit 1: \u0000 and \uD83C and 🎬"));
        assertThat(store.jobs().get(claim.jobId()).error()).isEqualTo("exit 1: \uFFFD and \uFFFD and 🎬");

        Claim longer = Given.claimed(store);
        store.claims().fail(longer, JobFailure.retryAfter(Duration.ofHours(1), "🎬".repeat(9_000)));
        assertThat(store.jobs().get(longer.jobId()).error()).isEqualTo("🎬".repeat(Job.MAX_ERROR_LENGTH - 1) + "…");

        Claim silent = Given.claimed(store);
        store.claims().fail(silent, JobFailure.forGood(null));
        assertThat(store.jobs().get(silent.jobId()).error()).isNotBlank();
    }

    @Test
    default void theMessageOfAStageIsMendedAndCutButNeverRefused(Persistence store) {
        Claim claim = Given.claimed(store);
        store.claims().progress(claim, new StageProgress("a", 1, 1, "\u0000🎬\uDC00"));
        store.claims().progress(claim, new StageProgress("b", 1, 1, "ä".repeat(501)));
        store.claims().progress(claim, new StageProgress("c", 1, 1, ""));

        assertThat(store.jobs().stages(claim.jobId()))
                .extracting(stage -> stage.progress().message())
                .containsExactly("\uFFFD🎬\uFFFD", "ä".repeat(499) + "…", "");
    }

    @Test
    default void anArgumentThatIsMissingIsRefusedByEveryCall(Persistence store) {
        Samples samples = new Samples().with(Given.claimed(store));

        assertThat(EveryCall.withoutOneArgument(store, samples))
                .hasSizeGreaterThan(50)
                .allSatisfy(call -> assertThatThrownBy(call.call()).isInstanceOf(InvalidDataException.class));
    }

    private static void refused(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        InvalidDataException.class,
                        invalid -> assertThat(invalid.repeat()).isEqualTo(Repeat.USELESS));
    }
}
