package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.JournalFilter;
import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.journal.StageDurations;
import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Many threads that write to the journal of one job at once, on one store that they share. */
public interface JournalRaceContract extends Contract {

    @Test
    default void noneOfFourHundredMetricsIsLost(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();

        Racers.race(4, number -> {
            for (int i = 0; i < 100; i++) {
                assertThat(store.journal().measure(NewMetric.of(job, "racer " + number, Duration.ofMillis(i))))
                        .isTrue();
            }
            return true;
        });

        assertThat(store.journal().durations(JournalFilter.of(job))).hasSize(4).allSatisfy(stage -> {
            assertThat(stage.count()).isEqualTo(100);
            assertThat(stage.total()).isEqualTo(Duration.ofMillis(4_950));
        });
    }

    @Test
    default void noneOfSixteenThousandMetricsIsLost(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();

        List<Integer> added = Racers.race(16, number -> {
            int sum = 0;
            for (int batch = 0; batch < 10; batch++) {
                List<NewMetric> metrics = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    metrics.add(NewMetric.of(job, "render", Duration.ofMillis(1)));
                }
                sum += store.journal().measureAll(metrics);
            }
            return sum;
        });

        assertThat(added).hasSize(16).containsOnly(1_000);
        assertThat(store.journal().durations(JournalFilter.all()))
                .containsExactly(new StageDurations(
                        "render", 16_000, Duration.ofSeconds(16), Duration.ofMillis(1), Duration.ofMillis(1)));
    }

    @Test
    default void ofManyWhoWriteTheSameExactlyOneIsNew(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        List<NewLogEntry> same =
                List.of(NewLogEntry.of(job, "a", LogStatus.NOTE), NewLogEntry.of(job, "b", LogStatus.NOTE));

        List<Integer> added = Racers.race(8, number -> store.journal().logAll(same));

        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
        assertThat(store.journal().latest(job)).hasSize(2);
    }

    @Test
    default void nothingIsLeftOfAJobThatIsDeletedMeanwhile(Persistence store) {
        JobId job = store.jobs().create(Given.job()).id();
        CountDownLatch underWay = new CountDownLatch(4);

        Racers.race(5, number -> {
            if (number == 4) {
                underWay.await();
                return store.jobs().delete(job) ? 1 : 0;
            }
            int written = 0;
            try {
                while (true) {
                    written += store.journal().logAll(List.of(NewLogEntry.of(job, "render", LogStatus.NOTE)));
                    store.journal().measure(NewMetric.of(job, "render", Duration.ZERO));
                    underWay.countDown();
                }
            } catch (RecordNotFoundException deleted) {
                return written;
            }
        });

        assertThat(store.journal().latest(job)).isEmpty();
        assertThat(store.journal().durations(JournalFilter.all())).isEmpty();
    }
}
