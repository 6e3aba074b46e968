package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Units that read only: every write is refused, whichever way it comes. */
public interface ReadOnlyUnitContract extends Contract {

    /** A unit that writes nothing. */
    UnitOptions READ_ONLY = UnitOptions.DEFAULT.asReadOnly();

    /** The names of calls that write nothing. */
    String READING = ".*\\.(find|get|list|count|exist|explain|stages|entries|latest|metrics|durations|ended)\\w*";

    @Test
    default void aReadOnlyUnitReads(Persistence store) {
        store.jobs().create(Given.job());

        long count = store.unitOfWork().call(READ_ONLY, stores -> stores.jobs().count(JobFilter.all()));

        assertThat(count).isEqualTo(1);
    }

    @Test
    default void aReadOnlyUnitRefusesEveryWrite(Persistence store) {
        Everything everything = new Everything();
        everything.prepareIn(store);
        VideoId video =
                store.videos().findByExternalId("everything").orElseThrow().id();
        QualityId quality = QualityId.next();
        List<Consumer<Stores>> writes = List.of(
                stores -> stores.jobs().create(Given.job()),
                stores -> stores.jobs().createAll(Given.jobs(2)),
                stores -> stores.jobs().createIfAbsent(Given.job(), JobStatus.live()),
                stores -> stores.jobs().cancel(JobId.next()),
                stores -> stores.jobs().delete(JobId.next()),
                stores -> stores.jobs().retry(JobId.next(), Set.of()),
                stores -> stores.claims().claim(Given.request(WorkerId.next())),
                stores -> stores.claims().heartbeat(HeartbeatRequest.of(WorkerId.next(), Given.LEASE, List.of())),
                stores -> stores.claims().rescue(),
                Given::video,
                stores -> stores.videos().updateStatus(video, VideoStatus.PUBLISHED),
                stores -> stores.qualities().put(NewQuality.of(video, QualityLevel.ORIGINAL, "a")),
                stores -> stores.qualities().setDefault(video, quality),
                stores -> stores.analysis().add(List.of()),
                stores -> stores.analysis().replace(JobId.next(), FindingKind.CLIP, List.of()),
                stores -> stores.analysis().delete(JobId.next(), FindingKind.CLIP),
                stores -> stores.analysis().putLayout(Layout.of(JobId.next(), "full")));

        for (Consumer<Stores> write : writes) {
            mustRefuseToWrite(() -> store.unitOfWork().run(READ_ONLY, write::accept));
            mustRefuseToWrite(() -> store.unitOfWork().run(READ_ONLY, stores -> write.accept(store)));
        }
        everything.mustNotBeIn(store);
    }

    @Test
    default void aReadOnlyUnitRefusesEveryCallThatIsNotOneOfThoseThatRead(Persistence store) {
        Samples samples = new Samples().with(Given.claimed(store));

        assertThat(EveryCall.of(store, samples)).hasSizeGreaterThan(50).allSatisfy(call -> {
            ThrowingCallable inUnit = () -> store.unitOfWork().run(READ_ONLY, stores -> call.make());
            if (call.name().matches(READING)) {
                assertThat(Optional.ofNullable(catchThrowable(inUnit)))
                        .satisfiesAnyOf(
                                fine -> assertThat(fine).isEmpty(),
                                absent -> assertThat(absent).containsInstanceOf(RecordNotFoundException.class));
            } else {
                mustRefuseToWrite(inUnit);
            }
        });
    }

    @Test
    default void aReadOnlyUnitHoldsNoClaim(Persistence store) {
        Claim claim = Given.claimed(store);

        mustRefuseToWrite(() -> store.unitOfWork().under(claim, READ_ONLY, stores -> "not run"));
    }

    @Test
    default void aUnitThatJoinsAReadOnlyOneIsReadOnlyWhateverItAsksFor(Persistence store) {
        mustRefuseToWrite(() -> store.unitOfWork()
                .run(
                        READ_ONLY,
                        outer -> store.unitOfWork()
                                .run(UnitOptions.DEFAULT, inner -> inner.jobs().create(Given.job()))));
    }

    private static void mustRefuseToWrite(ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        StoreOperationException.class,
                        refused -> assertThat(refused.repeat()).isEqualTo(Repeat.USELESS))
                .hasMessageContaining("read-only");
    }
}
