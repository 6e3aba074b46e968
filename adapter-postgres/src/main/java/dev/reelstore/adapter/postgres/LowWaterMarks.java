package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.ClaimRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One for each kind of claim that was made lately through one store. Safe from any thread. */
final class LowWaterMarks {

    private static final int MOST = 100;

    private final Map<Kind, LowWaterMark> marks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Kind, LowWaterMark> eldest) {
            return size() > MOST;
        }
    };

    synchronized LowWaterMark of(ClaimRequest request) {
        return marks.computeIfAbsent(new Kind(request.queue(), request.types()), kind -> new LowWaterMark());
    }

    /** A job of this queue has come to stand here. */
    synchronized void came(String queue, QueuePlace place) {
        marks.forEach((kind, mark) -> {
            if (kind.queue().equals(queue)) {
                mark.came(place);
            }
        });
    }

    /** Jobs have come, or come back, to wherever they belong. */
    synchronized void takeBack() {
        marks.values().forEach(LowWaterMark::takeBack);
    }

    private record Kind(String queue, List<String> types) {}
}
