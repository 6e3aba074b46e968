package dev.reelstore.adapter.postgres;

import dev.reelstore.testkit.contract.ReadOnlyUnitContract;
import dev.reelstore.testkit.contract.SavepointContract;
import dev.reelstore.testkit.contract.SavepointScopeContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in units of work. */
final class PlantedUnitBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "a rollback to a savepoint undoes nothing",
                            "UnitSavepoints.java",
                            "transaction.rollbackTo(savepoint);\n            doom.lift();",
                            "doom.lift();")
                    .caughtBy(SavepointContract.class),
            PlantedBug.of(
                            "a rollback to a savepoint takes the savepoint away",
                            "UnitSavepoints.java",
                            "transaction.rollbackTo(savepoint);\n            doom.lift();",
                            "transaction.rollbackTo(savepoint);\n transaction.release(savepoint);\n doom.lift();")
                    .caughtBy(SavepointContract.class),
            PlantedBug.of(
                            "a rollback to a savepoint does not lift the doom",
                            "UnitSavepoints.java",
                            "transaction.rollbackTo(savepoint);\n            doom.lift();",
                            "transaction.rollbackTo(savepoint);")
                    .caughtBy(SavepointScopeContract.class),
            PlantedBug.of(
                            "a savepoint of nested work counts outside of it",
                            "UnitSavepoints.java",
                            "savepoints.leave(outer);\n            if (!kept",
                            "if (!kept")
                    .caughtBy(SavepointScopeContract.class),
            PlantedBug.of("a read-only unit writes", "ActiveUnit.java", "if (options.readOnly()) {", "if (false) {")
                    .caughtBy(ReadOnlyUnitContract.class));

    private PlantedUnitBugs() {}
}
