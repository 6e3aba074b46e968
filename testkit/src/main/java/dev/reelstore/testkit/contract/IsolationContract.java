package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.unit.Isolation;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What units that run side by side see of each other. */
public interface IsolationContract extends Contract {

    @Test
    default void whatIsNotCommittedOthersDoNotSee(Persistence store) {
        Everything everything = new Everything();
        everything.prepareIn(store);

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            everything.happenIn(unit.stores());
            everything.mustBeIn(unit.stores());
            Elsewhere.call(() -> {
                everything.mustNotBeIn(store);
                return true;
            });
            unit.commit();
        }
        Elsewhere.call(() -> {
            everything.mustBeIn(store);
            return true;
        });
    }

    @Test
    default void whatIsDeletedButNotCommittedOthersStillSee(Persistence store) {
        Job job = store.jobs().create(Given.job());

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().delete(job.id());
            assertThat(unit.stores().jobs().find(job.id())).isEmpty();
            assertThat(Elsewhere.<Job>call(() -> store.jobs().get(job.id()))).isEqualTo(job);
        }
        assertThat(store.jobs().get(job.id())).isEqualTo(job);
    }

    @Test
    default void aReadCommittedUnitSeesWhatOthersCommitBetweenItsCalls(Persistence store) {
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            assertThat(unit.stores().jobs().count(JobFilter.all())).isZero();
            Elsewhere.call(() -> store.jobs().create(Given.job()));

            assertThat(unit.stores().jobs().count(JobFilter.all())).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Isolation.class,
            names = {"REPEATABLE_READ", "SERIALIZABLE"})
    default void aStricterUnitSeesTheSameThroughoutWhateverOthersDo(Isolation isolation, Fixture fixture) {
        Persistence store = fixture.persistence();
        Job job = store.jobs().create(Given.job());
        Elsewhere<Boolean> writer;

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT.isolation(isolation))) {
            assertThat(unit.stores().jobs().count(JobFilter.all())).isEqualTo(1);
            writer = Elsewhere.start(() -> Again.whileSafe(() -> {
                store.jobs().cancel(job.id());
                store.jobs().create(Given.job());
                return true;
            }));
            writer.mayEndWithin(Given.patience(fixture));

            assertThat(unit.stores().jobs().count(JobFilter.all())).isEqualTo(1);
            assertThat(unit.stores().jobs().get(job.id()).status()).isEqualTo(JobStatus.QUEUED);
            unit.commit();
        }
        assertThat(writer.answer()).isTrue();
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Isolation.class,
            names = {"REPEATABLE_READ", "SERIALIZABLE"})
    default void ofManyStricterUnitsThatReadAndThenChangeARowOneDoesSo(Isolation isolation, Persistence store) {
        VideoId video = Given.video(store);
        UnitOptions options = UnitOptions.DEFAULT.isolation(isolation);

        List<Boolean> published =
                Racers.race(number -> Again.whileSafe(() -> store.unitOfWork().call(options, stores -> {
                    Video read = stores.videos().get(video);
                    if (read.status() == VideoStatus.PUBLISHED) {
                        return false;
                    }
                    stores.videos().updateStatus(video, VideoStatus.PUBLISHED);
                    stores.jobs().create(Given.job());
                    return true;
                })));

        assertThat(published).containsOnlyOnce(true);
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }

    @Test
    default void serializableUnitsActAsIfOneCameAfterTheOther(Persistence store) {
        UnitOptions options = UnitOptions.DEFAULT.isolation(Isolation.SERIALIZABLE);

        List<Boolean> created = Racers.race(
                8,
                number -> Again.whileSafe(() -> store.unitOfWork().call(options, stores -> {
                    if (stores.jobs().count(JobFilter.all()) > 0) {
                        return false;
                    }
                    stores.jobs().create(Given.job());
                    return true;
                })));

        assertThat(created).containsOnlyOnce(true);
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
    }
}
