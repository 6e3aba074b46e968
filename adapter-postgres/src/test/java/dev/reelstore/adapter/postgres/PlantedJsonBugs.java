package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.contract.JsonContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in keeping documents. */
final class PlantedJsonBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "parameters are kept as the server would write them",
                            "JobMapper.xml",
                            "i.parameters::json AS parameters",
                            "i.parameters::jsonb::json AS parameters")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "a checkpoint is kept as the server would write it",
                            "ClaimMapper.xml",
                            "#{checkpoint}::json",
                            "#{checkpoint}::jsonb::json")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "a result is kept as the server would write it",
                            "ClaimMapper.xml",
                            "#{result}::json",
                            "#{result}::jsonb::json")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "the document null is no result",
                            "ClaimMapper.xml",
                            "#{result}::json",
                            "nullif(#{result}::text, 'null')::json")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "regions are kept as the server would write them",
                            "LayoutMapper.xml",
                            "#{regions}::json",
                            "#{regions}::jsonb::json")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "regions stay when they mean the same",
                            "LayoutMapper.xml",
                            "regions = excluded.regions",
                            "regions = CASE WHEN layout.regions::jsonb = excluded.regions::jsonb THEN layout.regions"
                                    + " ELSE excluded.regions END")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "space around a document is cut off",
                            "Mapping.java",
                            "new ValueHandler<>(text, JsonDocument::text, JsonDocument::kept)",
                            "new ValueHandler<>(text, json -> json.text().strip(), JsonDocument::new)")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "a checkpoint that is missing is kept as null",
                            "PostgresClaimStore.java",
                            "Check.present(\"checkpoint\", checkpoint)",
                            "checkpoint")
                    .caughtBy(JsonContract.class));

    private PlantedJsonBugs() {}
}
