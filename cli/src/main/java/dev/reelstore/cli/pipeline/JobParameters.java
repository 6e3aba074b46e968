package dev.reelstore.cli.pipeline;

import dev.reelstore.cli.report.Json;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.value.JsonDocument;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * What a job says about its renditions.
 *
 * @param out the absolute directory under which they land
 * @param maxLevel no rendition is above it
 */
public record JobParameters(Path out, QualityLevel maxLevel) {

    private static final String OUT = "outDir";
    private static final String MAX_LEVEL = "maxLevel";

    /** As the parameters of a job. */
    JsonDocument toJson() {
        return Json.document(Json.object().put(OUT, Locations.write(out)).put(MAX_LEVEL, maxLevel.label()));
    }

    /**
     * Reads what {@link #toJson()} writes.
     *
     * @throws InvalidDataException when it is not that
     */
    public static JobParameters of(JsonDocument parameters) {
        JsonNode node = Json.read(parameters);
        Path out = Locations.read(node.path(OUT).asString(""));
        if (out == null) {
            throw new InvalidDataException(
                    "job parameter " + OUT + " is '" + node.path(OUT).asString("") + "': it must be an absolute path",
                    null);
        }
        return new JobParameters(out, QualityLevel.parse(node.path(MAX_LEVEL).asString("")));
    }
}
