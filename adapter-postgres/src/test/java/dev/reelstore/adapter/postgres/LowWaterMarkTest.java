package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.job.JobId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LowWaterMarkTest {

    private static final long MANY = 5_000;

    private final LowWaterMark mark = new LowWaterMark();

    @Test
    void withFewDeadRowsAllIsLookedThrough() {
        mark.lookedThroughAll(place(1), millis(0), millis(50), 100);
        mark.found(place(2), millis(200));

        assertThat(mark.start(millis(201))).isNull();
    }

    @Test
    void itFollowsWhatWasClaimedAtADistance() {
        mark.lookedThroughAll(place(1), millis(0), millis(50), MANY);
        mark.found(place(2), millis(60));

        assertThat(mark.start(millis(61))).as("too soon").isNull();

        mark.found(place(3), millis(151));
        assertThat(mark.start(millis(152))).isEqualTo(place(1));

        mark.found(place(4), millis(252));
        assertThat(mark.start(millis(253))).isEqualTo(place(3));
    }

    @Test
    void theLongerItTakesToLookThroughAllTheLaterItIsDoneAgainButWithinASecond() {
        mark.lookedThroughAll(place(1), millis(0), millis(20), MANY);
        mark.found(place(2), millis(121));

        assertThat(mark.start(millis(219))).isEqualTo(place(1));
        assertThat(mark.start(millis(220))).isNull();

        mark.lookedThroughAll(place(3), millis(300), millis(900), MANY);

        assertThat(mark.start(millis(1_899))).isNotNull();
        assertThat(mark.start(millis(1_900))).isNull();
    }

    @Test
    void whatHasComeInFrontMovesItBack() {
        mark.lookedThroughAll(place(5), millis(0), millis(50), MANY);
        mark.found(place(6), millis(151));
        mark.lookedThroughAll(place(2), millis(600), millis(650), MANY);

        assertThat(mark.start(millis(651))).isNull();

        mark.found(place(3), millis(751));
        assertThat(mark.start(millis(752))).isEqualTo(place(2));
    }

    @Test
    void anEmptyQueueAndAShortClaimForgetIt() {
        mark.lookedThroughAll(place(5), millis(0), millis(50), MANY);
        mark.found(place(6), millis(151));
        mark.lookedThroughAll(null, millis(160), millis(260), MANY);

        assertThat(mark.start(millis(261))).isNull();

        mark.found(place(7), millis(300));
        mark.found(place(8), millis(401));
        assertThat(mark.start(millis(402))).isEqualTo(place(7));

        mark.forget();
        assertThat(mark.start(millis(403))).isNull();
    }

    @Test
    void timesMayHavePassedTheLargestNumber() {
        mark.lookedThroughAll(place(1), Long.MAX_VALUE - 10, Long.MAX_VALUE, MANY);
        mark.found(place(2), Long.MIN_VALUE + millis(101));

        assertThat(mark.start(Long.MIN_VALUE + 50)).isEqualTo(place(1));
    }

    private static QueuePlace place(int second) {
        return new QueuePlace(0, Instant.ofEpochSecond(second), new JobId(new UUID(0, second)));
    }

    private static long millis(long value) {
        return TimeUnit.MILLISECONDS.toNanos(value);
    }
}
