package dev.reelstore.application.retry;

import dev.reelstore.domain.job.Job;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;

/** The log lines that operators search for; their wording is part of what the library promises. */
final class StoreLog {

    private static final Pattern LINE_BREAKS = Pattern.compile("\\R");

    private final Logger logger;

    StoreLog(Logger logger) {
        this.logger = logger;
    }

    void retrying(String name, int attempt, int attempts, Throwable failure, Duration wait) {
        logger.warn(
                "Transient database error in {} (attempt {}/{}): {}. Retrying in {}s...",
                line(name),
                attempt,
                attempts,
                line(failure),
                String.format(Locale.ROOT, "%.2f", wait.toNanos() / 1e9));
    }

    void gaveUp(Throwable failure) {
        logger.error("Database session error, rolling back: {}", line(failure));
    }

    void operationFailed(Throwable failure) {
        logger.error("Database operation failed: {}", line(failure));
    }

    void created(Job job) {
        logger.info(
                "Created new processing job: type={}, target={}, id={}",
                line(job.type()),
                line(job.target().id()),
                job.id());
    }

    void existed(Job job) {
        if (logger.isDebugEnabled()) {
            logger.debug(
                    "Job already exists: type={}, target={}, status={}",
                    line(job.type()),
                    line(job.target().id()),
                    job.status());
        }
    }

    void createdMany(int created, int given) {
        logger.info("Created {} new processing jobs of {} given", created, given);
    }

    private static String line(Throwable failure) {
        return line(String.valueOf(failure.getMessage()));
    }

    /** Whoever chooses a target's id must not be able to write lines of a log. */
    private static String line(String text) {
        return LINE_BREAKS.matcher(text).replaceAll(" ");
    }
}
