package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.journal.LogStatus;
import dev.reelstore.domain.journal.NewLogEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Log entries turned into one list per column, so that one statement writes any number of them. */
record NewLogEntries(List<NewLogEntry> records) {

    /** The jobs, each once. */
    List<UUID> jobs() {
        return records.stream().map(entry -> entry.job().value()).distinct().toList();
    }

    List<UUID> owners() {
        return records.stream().map(entry -> entry.job().value()).toList();
    }

    List<UUID> ids() {
        return records.stream().map(NewLogEntry::id).toList();
    }

    List<String> stages() {
        return records.stream().map(NewLogEntry::stage).toList();
    }

    List<LogStatus> statuses() {
        return records.stream().map(NewLogEntry::status).toList();
    }

    List<@Nullable String> agents() {
        return column(NewLogEntry::agent);
    }

    List<@Nullable Long> durations() {
        return column(entry -> {
            Duration duration = entry.duration();
            return duration == null ? null : Mapping.micros(duration);
        });
    }

    List<@Nullable String> messages() {
        return column(NewLogEntry::message);
    }

    List<@Nullable String> errors() {
        return column(NewLogEntry::error);
    }

    private <T> List<@Nullable T> column(Function<NewLogEntry, @Nullable T> part) {
        List<@Nullable T> values = new ArrayList<>(records.size());
        records.forEach(entry -> values.add(part.apply(entry)));
        return values;
    }
}
