package dev.reelstore.cli.pipeline;

import dev.reelstore.cli.media.MediaProbe;
import dev.reelstore.cli.media.Rendition;
import dev.reelstore.cli.media.Rung;
import dev.reelstore.cli.report.Json;
import dev.reelstore.domain.value.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * A rendition that is there and measured. As a checkpoint it spares a later attempt the rendering.
 *
 * @param location where it lies
 * @param rung what it was made for
 * @param measured what it is
 * @param encodingMillis how long the rendering took
 */
record FinishedRendition(String location, Rung rung, MediaProbe measured, long encodingMillis) {

    static FinishedRendition of(Rung rung, Rendition made) {
        return new FinishedRendition(
                Locations.write(made.file()),
                rung,
                made.measured(),
                made.encodingTime().toMillis());
    }

    JsonDocument toJson() {
        return Json.document(this);
    }

    /** What a checkpoint tells of, if it was made for this rung and is still there in its whole length. */
    static Optional<FinishedRendition> resume(JsonDocument checkpoint, Rung rung, Path file) {
        try {
            FinishedRendition finished = Json.read(checkpoint, FinishedRendition.class);
            boolean usable = finished.rung().equals(rung)
                    && file.equals(Locations.read(finished.location()))
                    && Files.size(file) == finished.measured().fileSizeBytes();
            return usable ? Optional.of(finished) : Optional.empty();
        } catch (JacksonException | IOException goneOrOfAnotherVersion) {
            return Optional.empty();
        }
    }
}
