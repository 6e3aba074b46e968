package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.testkit.Contract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A failure comes out as it is, and does not harm what follows (G13). */
public interface FailureContract extends Contract {

    @Test
    default void theFailureOfACallInAUnitIsTheOneThatComesOut(Persistence store) {
        List<Throwable> inside = new ArrayList<>();

        Throwable outside = catchThrowable(() -> store.unitOfWork().run(stores -> {
            try {
                stores.jobs().get(JobId.next());
            } catch (StoreException failed) {
                inside.add(failed);
                throw failed;
            }
        }));

        assertThat(outside).isSameAs(inside.get(0));
    }

    @Test
    default void aStoreThatRefusedACallGoesOnWorking(Persistence store) {
        NewJob job = Given.job();
        store.jobs().create(job);
        for (int i = 0; i < 40; i++) {
            Swallow.failureOf(() -> store.jobs().get(JobId.next()));
            Swallow.failureOf(
                    () -> store.jobs().create(NewJob.of("probe", job.target()).id(job.id())));
            Swallow.failureOf(() -> store.qualities().put(NewQuality.of(VideoId.next(), QualityLevel.ORIGINAL, "a")));
            Swallow.failureOf(() -> store.unitOfWork().run(stores -> {
                throw new IllegalStateException("undo");
            }));
        }

        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
        assertThat(store.unitOfWork().active()).isFalse();
    }
}
