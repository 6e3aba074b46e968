package dev.reelstore.cli.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input file, as {@code process --json} shows it.
 *
 * @param file its path as it was given
 * @param jobId the job of its content
 * @param videoId the video made of it, of a completed job
 * @param status the job's
 * @param attempt how many attempts were begun
 * @param error why it failed, of a job that did
 * @param qualities the video's renditions, best first
 */
public record FileView(
        String file,
        String jobId,
        @Nullable String videoId,
        String status,
        int attempt,
        @Nullable String error,
        List<QualityView> qualities) {}
