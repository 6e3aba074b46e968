package dev.reelstore.application.api;

import dev.reelstore.application.events.JobUpdate;
import dev.reelstore.domain.value.Check;
import java.time.Instant;

/**
 * A message to whoever watches jobs over a socket.
 *
 * @param type what kind of message, such as {@link #PROGRESS}
 * @param jobId the job that it is about
 * @param data what it says; its shape goes with the type
 * @param timestamp when what it says was read, in the store's time
 * @param <T> the type of the data
 */
public record WSMessage<T>(String type, String jobId, T data, Instant timestamp) {

    /** The type of messages whose data is a {@link WSProgressUpdate}. */
    public static final String PROGRESS = "progress";

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value is missing or breaks its rule */
    public WSMessage {
        type = Check.text("message type", type, 100);
        jobId = Check.text("jobId", jobId, 100);
        Check.present("message data", data);
        timestamp = Check.instant("message timestamp", timestamp);
    }

    /** What a socket sends of this state of a job. */
    public static WSMessage<WSProgressUpdate> progress(JobUpdate update) {
        WSProgressUpdate data = WSProgressUpdate.of(update);
        return new WSMessage<>(PROGRESS, data.jobId(), data, update.readAt());
    }
}
