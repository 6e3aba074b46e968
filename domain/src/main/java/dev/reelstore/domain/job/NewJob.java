package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.JsonDocument;
import dev.reelstore.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job to be created. Made with {@code of(type, target)} and withers; its id is known from the start, so that creating
 * it again after a lost answer does no harm.
 *
 * @param id its identity
 * @param type what is to be done, 1 to 200 characters; workers claim by type
 * @param target what it works on
 * @param queue the queue it waits in, 1 to 100 characters
 * @param priority smaller goes first, −32768 to 32767
 * @param runAt not to be claimed before; null means at once, in the store's time
 * @param parameters for its handler
 * @param maxAttempts after how many failed attempts it is FAILED, 1 to 10,000
 * @param timeout how long one attempt may take, or null for no limit
 * @param source the media it works on, or null
 */
public record NewJob(
        JobId id,
        String type,
        Target target,
        String queue,
        int priority,
        @Nullable Instant runAt,
        JsonDocument parameters,
        int maxAttempts,
        @Nullable Duration timeout,
        @Nullable MediaSource source) {

    /** The queue of a job that names none. */
    public static final String DEFAULT_QUEUE = "default";

    /** The attempts of a job that names no number. */
    public static final int DEFAULT_MAX_ATTEMPTS = 5;

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public NewJob {
        Check.present("job id", id);
        type = checkType(type);
        Check.present("job target", target);
        queue = checkQueue(queue);
        Check.range("job priority", priority, Short.MIN_VALUE, Short.MAX_VALUE);
        runAt = Check.optionalInstant("job runAt", runAt);
        Check.present("job parameters", parameters);
        Check.range("job maxAttempts", maxAttempts, 1, 10_000);
        timeout = timeout == null ? null : Check.positive("job timeout", timeout);
    }

    /** A job for a video of this store. */
    public static NewJob of(String type, VideoId video) {
        return of(type, Target.video(video));
    }

    /** A job for any target. */
    public static NewJob of(String type, Target target) {
        return new NewJob(
                JobId.next(),
                type,
                target,
                DEFAULT_QUEUE,
                0,
                null,
                JsonDocument.EMPTY,
                DEFAULT_MAX_ATTEMPTS,
                null,
                null);
    }

    /** The same with this identity. */
    public NewJob id(JobId value) {
        return new NewJob(value, type, target, queue, priority, runAt, parameters, maxAttempts, timeout, source);
    }

    /** The same in this queue. */
    public NewJob queue(String value) {
        return new NewJob(id, type, target, value, priority, runAt, parameters, maxAttempts, timeout, source);
    }

    /** The same with this priority; smaller goes first. */
    public NewJob priority(int value) {
        return new NewJob(id, type, target, queue, value, runAt, parameters, maxAttempts, timeout, source);
    }

    /** The same, not to be claimed before this time. */
    public NewJob runAt(@Nullable Instant value) {
        return new NewJob(id, type, target, queue, priority, value, parameters, maxAttempts, timeout, source);
    }

    /** The same with these parameters, a JSON document. */
    public NewJob parameters(String json) {
        return parameters(Check.json("JSON of job parameters", json));
    }

    /** The same with these parameters. */
    public NewJob parameters(JsonDocument value) {
        return new NewJob(id, type, target, queue, priority, runAt, value, maxAttempts, timeout, source);
    }

    /** The same with this many attempts. */
    public NewJob maxAttempts(int value) {
        return new NewJob(id, type, target, queue, priority, runAt, parameters, value, timeout, source);
    }

    /** The same with this limit for one attempt. */
    public NewJob timeout(@Nullable Duration value) {
        return new NewJob(id, type, target, queue, priority, runAt, parameters, maxAttempts, value, source);
    }

    /** The same on this media. */
    public NewJob source(@Nullable MediaSource value) {
        return new NewJob(id, type, target, queue, priority, runAt, parameters, maxAttempts, timeout, value);
    }

    static String checkType(String type) {
        return Check.text("job type", type, 200);
    }

    static String checkQueue(String queue) {
        return Check.text("job queue", queue, 100);
    }
}
