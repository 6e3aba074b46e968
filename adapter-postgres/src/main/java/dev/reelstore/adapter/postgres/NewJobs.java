package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.value.SourceHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Jobs turned into one list per column, so that one statement creates a number of them.
 *
 * @param jobs the jobs
 * @param wake whether the statement wakes the workers
 */
record NewJobs(List<NewJob> jobs, boolean wake) {

    List<UUID> ids() {
        return jobs.stream().map(job -> job.id().value()).toList();
    }

    List<String> types() {
        return jobs.stream().map(NewJob::type).toList();
    }

    List<String> targetTypes() {
        return jobs.stream().map(job -> job.target().type()).toList();
    }

    List<String> targetIds() {
        return jobs.stream().map(job -> job.target().id()).toList();
    }

    List<String> queues() {
        return jobs.stream().map(NewJob::queue).toList();
    }

    List<Integer> priorities() {
        return jobs.stream().map(NewJob::priority).toList();
    }

    List<@Nullable String> runAts() {
        return column(job -> {
            Instant runAt = job.runAt();
            return runAt == null ? null : runAt.toString();
        });
    }

    List<String> parameters() {
        return jobs.stream().map(job -> job.parameters().text()).toList();
    }

    List<Integer> maxAttempts() {
        return jobs.stream().map(NewJob::maxAttempts).toList();
    }

    List<@Nullable Long> timeouts() {
        return column(job -> {
            Duration timeout = job.timeout();
            return timeout == null ? null : Mapping.micros(timeout);
        });
    }

    List<@Nullable String> sourceHashes() {
        return sources(source -> {
            SourceHash hash = source.hash();
            return hash == null ? null : hash.hex();
        });
    }

    List<@Nullable String> sourceLocations() {
        return sources(MediaSource::location);
    }

    List<@Nullable String> sourceFileNames() {
        return sources(MediaSource::fileName);
    }

    List<@Nullable Long> sourceSizes() {
        return sources(MediaSource::sizeBytes);
    }

    List<@Nullable String> sourceContentTypes() {
        return sources(MediaSource::contentType);
    }

    private <T> List<@Nullable T> sources(Function<MediaSource, @Nullable T> part) {
        return column(job -> {
            MediaSource source = job.source();
            return source == null ? null : part.apply(source);
        });
    }

    private <T> List<@Nullable T> column(Function<NewJob, @Nullable T> part) {
        ArrayList<@Nullable T> values = new ArrayList<>(jobs.size());
        jobs.forEach(job -> values.add(part.apply(job)));
        return values;
    }
}
