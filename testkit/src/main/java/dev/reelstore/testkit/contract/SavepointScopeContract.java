package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoStatus;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What savepoints are called, in which body they count, and how they go with dooms and locks. */
public interface SavepointScopeContract extends Contract {

    @Test
    default void aNameMayHoldWhateverTextMay(Persistence store) {
        List<String> names = List.of(
                "x\"; DROP SCHEMA reelstore CASCADE; --",
                "a'; ROLLBACK; --",
                "SELECT",
                "a b",
                "A",
                "a",
                "\u00e9\ud83c\udfac",
                "n".repeat(100));

        store.unitOfWork().run(stores -> {
            names.forEach(stores::savepoint);
            stores.jobs().create(Given.job());
            for (int last = names.size() - 1; last >= 0; last--) {
                stores.rollbackTo(names.get(last));
            }
        });

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aNameThatCannotBeStoredIsRefused(Persistence store) {
        for (String name : List.of("", " \t", "n".repeat(101), "nul\0", "\ud83c")) {
            assertThatThrownBy(() -> store.unitOfWork().run(stores -> stores.savepoint(name)))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("savepoint name");
            assertThatThrownBy(() -> store.unitOfWork().run(stores -> stores.rollbackTo(name)))
                    .isInstanceOf(InvalidDataException.class);
        }
    }

    @Test
    default void aRollbackLiftsTheDoomThatAroseAfterItsSavepoint(Persistence store) {
        NewJob before = Given.job();
        NewJob after = Given.job();

        store.unitOfWork().run(stores -> {
            stores.jobs().create(before);
            stores.savepoint("a");
            stores.jobs().create(Given.job());
            Swallow.failureOf(() -> stores.jobs().get(JobId.next()));
            stores.rollbackTo("a");
            Swallow.failureOf(() -> store.unitOfWork().run(joined -> {
                joined.jobs().create(Given.job());
                throw new IOException("joined");
            }));
            stores.rollbackTo("a");
            Swallow.failureOf(() -> stores.release("never set"));
            stores.rollbackTo("a");
            stores.jobs().create(after);
        });

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(2);
        assertThat(store.jobs().find(before.id())).isPresent();
        assertThat(store.jobs().find(after.id())).isPresent();
    }

    @Test
    default void aDoomedUnitTakesNoSavepoint(Persistence store) {
        assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                    stores.jobs().create(Given.job());
                    Swallow.failureOf(() -> stores.jobs().get(JobId.next()));
                    Swallow.failureOf(() -> stores.savepoint("late"));
                    Swallow.failureOf(() -> stores.rollbackTo("late"));
                }))
                .isInstanceOf(StoreException.class);

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void nestedWorkHasNamesOfItsOwn(Persistence store) {
        NewJob kept = Given.job();

        store.unitOfWork().run(outer -> {
            outer.savepoint("a");
            outer.jobs().create(kept);
            outer.runNested(nested -> {
                nested.savepoint("a");
                nested.jobs().create(Given.job());
                nested.rollbackTo("a");
            });
            assertThat(outer.jobs().count(JobFilter.all())).isEqualTo(1);
            assertThatThrownBy(() -> outer.runNested(nested -> nested.rollbackTo("a")))
                    .isInstanceOf(StoreOperationException.class);
            assertThat(outer.jobs().find(kept.id())).isPresent();
            Swallow.failureOf(() -> outer.runNested(nested -> {
                nested.savepoint("inner");
                throw new IOException("undo");
            }));
            outer.savepoint("b");
            assertThatThrownBy(() -> outer.rollbackTo("inner")).isInstanceOf(StoreOperationException.class);
            outer.rollbackTo("b");
        });

        assertThat(store.jobs().find(kept.id())).isPresent();
    }

    @Test
    default void aSavepointOutlivesNestedWorkAndUndoesItToo(Persistence store) {
        store.unitOfWork().run(outer -> {
            outer.savepoint("a");
            outer.runNested(nested -> nested.jobs().create(Given.job()));
            Swallow.failureOf(() -> outer.runNested(nested -> {
                nested.jobs().create(Given.job());
                throw new IOException("undo");
            }));
            outer.rollbackTo("a");
        });

        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    default void aCallThatJoinsHasNamesOfItsOwn(Persistence store) {
        NewJob first = Given.job();
        NewJob second = Given.job();

        store.unitOfWork().run(outer -> {
            outer.savepoint("a");
            outer.jobs().create(first);
            store.unitOfWork().run(joined -> {
                joined.savepoint("a");
                joined.savepoint("b");
                joined.jobs().create(second);
                joined.rollbackTo("a");
            });
            assertThat(outer.jobs().count(JobFilter.all())).isEqualTo(1);
            outer.rollbackTo("a");
            assertThat(outer.jobs().count(JobFilter.all())).isZero();
            outer.jobs().create(second);
        });

        assertThat(store.jobs().find(first.id())).isEmpty();
        assertThat(store.jobs().find(second.id())).isPresent();
    }

    @Test
    default void whatWasLockedBeforeTheSavepointStaysLocked(Fixture fixture) {
        Persistence store = fixture.persistence();
        VideoId video = Given.video(store);
        Elsewhere<Boolean> other;

        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().videos().updateStatus(video, VideoStatus.PROCESSING);
            unit.stores().savepoint("a");
            unit.stores().videos().updateStatus(video, VideoStatus.PUBLISHED);
            unit.stores().rollbackTo("a");
            assertThat(unit.stores().videos().get(video).status()).isEqualTo(VideoStatus.PROCESSING);
            other = Elsewhere.start(() -> store.videos().updateStatus(video, VideoStatus.PUBLISHED));
            other.mustStillWaitAfter(Given.patience(fixture));
            unit.commit();
        }

        assertThat(other.answer()).isTrue();
        assertThat(store.videos().get(video).status()).isEqualTo(VideoStatus.PUBLISHED);
    }
}
