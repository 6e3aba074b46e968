package dev.reelstore.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class Uuid7Test {

    @Test
    void idsAreVersionSevenAndGrow() {
        List<UUID> ids = Stream.generate(Uuid7::next).limit(20_000).toList();
        assertThat(ids).isSortedAccordingTo(Uuid7::compare).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        long millis = ids.get(0).getMostSignificantBits() >>> 16;
        assertThat(millis).isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);
    }

    @Test
    void manyThreadsNeverMakeTheSame() {
        ConcurrentSkipListSet<UUID> ids = new ConcurrentSkipListSet<>((Comparator<UUID>) Uuid7::compare);
        IntStream.range(0, 50_000).parallel().forEach(i -> ids.add(Uuid7.next()));
        assertThat(ids).hasSize(50_000);
    }

    @Test
    void orderIsThatOfBytes() {
        UUID low = UUID.fromString("00000000-0000-4000-8000-000000000000");
        UUID high = UUID.fromString("f0000000-0000-4000-8000-000000000000");
        assertThat(Uuid7.compare(low, high)).isNegative();
        assertThat(low.compareTo(high)).as("the JDK's own order is signed").isPositive();
    }

    @Test
    void malformedIdsAreRefused() {
        assertThat(Uuid7.parse("id", "01890A5D-AC96-774B-BCCE-B302099A8057")).isNotNull();
        assertThatThrownBy(() -> Uuid7.parse("job id", "1-1-1-1-1")).hasMessageContaining("job id is '1-1-1-1-1'");
        assertThatThrownBy(() -> Uuid7.parse("job id", "abc")).hasMessageContaining("must be a UUID");
    }
}
