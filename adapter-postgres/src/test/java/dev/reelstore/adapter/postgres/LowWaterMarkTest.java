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
        all(place(1), millis(0), millis(50), 100);
        found(place(2), millis(200));

        assertThat(from(millis(201))).isNull();
    }

    @Test
    void itFollowsWhatWasClaimedAtADistance() {
        all(place(1), millis(0), millis(50), MANY);
        found(place(2), millis(60));

        assertThat(from(millis(61))).as("too soon").isNull();

        found(place(3), millis(71));
        assertThat(from(millis(72))).isEqualTo(place(1));

        found(place(4), millis(92));
        assertThat(from(millis(93))).isEqualTo(place(3));
    }

    @Test
    void theLongerItTakesToLookThroughAllTheLaterItIsDoneAgainButWithinASecond() {
        all(place(1), millis(0), millis(20), MANY);
        found(place(2), millis(121));

        assertThat(from(millis(219))).isEqualTo(place(1));
        assertThat(from(millis(220))).isNull();

        all(place(3), millis(300), millis(900), MANY);

        assertThat(from(millis(1_899))).isNotNull();
        assertThat(from(millis(1_900))).isNull();
    }

    @Test
    void whatHasComeInFrontMovesItBack() {
        all(place(5), millis(0), millis(50), MANY);
        found(place(6), millis(151));
        all(place(2), millis(600), millis(650), MANY);

        assertThat(from(millis(651))).isNull();

        found(place(3), millis(751));
        assertThat(from(millis(752))).isEqualTo(place(2));
    }

    @Test
    void anEmptyQueueAndAShortClaimForgetIt() {
        all(place(5), millis(0), millis(50), MANY);
        found(place(6), millis(151));
        all(null, millis(160), millis(260), MANY);

        assertThat(from(millis(261))).isNull();

        found(place(7), millis(300));
        found(place(8), millis(401));
        assertThat(from(millis(402))).isEqualTo(place(7));

        mark.takeBack();
        assertThat(from(millis(403))).isNull();
    }

    @Test
    void timesMayHavePassedTheLargestNumber() {
        all(place(1), Long.MAX_VALUE - 10, Long.MAX_VALUE, MANY);
        found(place(2), Long.MIN_VALUE + millis(101));

        assertThat(from(Long.MIN_VALUE + 50)).isEqualTo(place(1));
    }

    @Test
    void whatComesInFrontTakesItBackAndWhatBeganBeforeSaysNothing() {
        all(place(5), millis(0), millis(50), MANY);
        LowWaterMark.Look before = mark.look(millis(60));
        found(place(6), millis(151));
        mark.came(place(7));
        assertThat(from(millis(152))).as("behind").isEqualTo(place(5));

        mark.came(place(2));
        assertThat(from(millis(153))).isNull();

        mark.found(before, place(8), millis(160));
        mark.found(before, place(8), millis(270));
        assertThat(from(millis(271))).isNull();
    }

    @Test
    void aClaimThatFindsOneInFrontMovesItThere() {
        all(place(5), millis(0), millis(50), MANY);
        found(place(8), millis(151));
        found(place(3), millis(152));

        assertThat(from(millis(153))).isNull();

        found(place(4), millis(253));
        assertThat(from(millis(254))).isEqualTo(place(3));
    }

    private QueuePlace from(long now) {
        return mark.look(now).from();
    }

    private void all(QueuePlace first, long begin, long end, long dead) {
        mark.lookedThroughAll(mark.look(begin), first, begin, end, dead);
    }

    private void found(QueuePlace first, long now) {
        mark.found(mark.look(now), first, now);
    }

    private static QueuePlace place(int second) {
        return new QueuePlace(0, Instant.ofEpochSecond(second), new JobId(new UUID(0, second)));
    }

    private static long millis(long value) {
        return TimeUnit.MILLISECONDS.toNanos(value);
    }
}
