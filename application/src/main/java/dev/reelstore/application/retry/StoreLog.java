package dev.reelstore.application.retry;

import dev.reelstore.domain.failure.StoreException;
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

    void retrying(String name, int attempt, int attempts, StoreException failure, Duration wait) {
        logger.warn(
                "Transient database error in {} (attempt {}/{}): {}. Retrying in {}s...",
                name,
                attempt,
                attempts,
                line(failure),
                String.format(Locale.ROOT, "%.2f", wait.toNanos() / 1e9));
    }

    void gaveUp(StoreException failure) {
        logger.error("Database session error, rolling back: {}", line(failure));
    }

    void created(Job job) {
        logger.info(
                "Created new processing job: type={}, target={}, id={}",
                job.type(),
                job.target().id(),
                job.id());
    }

    void existed(Job job) {
        logger.debug(
                "Job already exists: type={}, target={}, status={}",
                job.type(),
                job.target().id(),
                job.status());
    }

    void createdMany(int created, int given) {
        logger.info("Created {} new processing jobs of {} given", created, given);
    }

    private static String line(StoreException failure) {
        return LINE_BREAKS.matcher(String.valueOf(failure.getMessage())).replaceAll(" ");
    }
}
