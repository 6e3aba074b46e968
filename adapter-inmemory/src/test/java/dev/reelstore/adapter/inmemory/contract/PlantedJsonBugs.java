package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.contract.JsonContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in keeping documents. */
final class PlantedJsonBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "space around parameters is cut off",
                            "JobRow.java",
                            "asked.parameters(),",
                            "new JsonDocument(asked.parameters().text().strip()),")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "the document null is no result",
                            "InMemoryClaimStore.java",
                            "row.completed(result, overlay.now())",
                            "row.completed(new JsonDocument(\"null\").equals(result) ? null : result, overlay.now())")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "the lack of a result is the document null",
                            "InMemoryClaimStore.java",
                            "row.completed(result, overlay.now())",
                            "row.completed(result == null ? new JsonDocument(\"null\") : result, overlay.now())")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "escapes are undone in a result",
                            "InMemoryClaimStore.java",
                            "row.completed(result, overlay.now())",
                            "row.completed(result == null ? null : new JsonDocument(result.text().replace(\"\\\\/\","
                                    + " \"/\")), overlay.now())")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "a checkpoint stays once it is there",
                            "StageList.java",
                            "return with(row, at, new StageState(kept, checkpoint, now));",
                            "return at < 0 ? with(row, at, new StageState(kept, checkpoint, now)) : row;")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "a checkpoint that is missing is kept as none",
                            "InMemoryClaimStore.java",
                            "Check.present(\"checkpoint\", checkpoint);",
                            "")
                    .caughtBy(JsonContract.class),
            PlantedBug.of(
                            "a layout is kept without its regions",
                            "AnalysisChanges.java",
                            "new AnalysisRow.LaidOut(lock(overlay, layout.job()), layout)",
                            "new AnalysisRow.LaidOut(lock(overlay, layout.job()), Layout.of(layout.job(), layout.type()))")
                    .caughtBy(JsonContract.class));

    private PlantedJsonBugs() {}
}
