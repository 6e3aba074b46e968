package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.contract.CloseContract;
import dev.reelstore.testkit.contract.ContentionContract;
import dev.reelstore.testkit.contract.FreshnessContract;
import dev.reelstore.testkit.contract.HealthContract;
import dev.reelstore.testkit.contract.IsolationContract;
import dev.reelstore.testkit.contract.NestedUnitContract;
import dev.reelstore.testkit.contract.ReadOnlyUnitContract;
import dev.reelstore.testkit.contract.SavepointContract;
import dev.reelstore.testkit.contract.SavepointScopeContract;
import dev.reelstore.testkit.contract.SignalsContract;
import dev.reelstore.testkit.contract.UnitBoundsContract;
import dev.reelstore.testkit.contract.UnitDoomContract;
import dev.reelstore.testkit.contract.UnitOfWorkContract;
import dev.reelstore.testkit.contract.WatchContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in units of work. */
final class PlantedUnitBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "a token of another store is taken",
                            "InMemoryUnitOfWork.java",
                            "&& !after.token().equals(memory.token())",
                            "&& after.token() == null")
                    .caughtBy(FreshnessContract.class),
            PlantedBug.of(
                            "a read may join one that reads older data",
                            "InMemoryUnit.java",
                            "inner.requireFreshIn(options);",
                            "")
                    .caughtBy(FreshnessContract.class),
            PlantedBug.of(
                            "a unit that throws is committed",
                            "InMemoryUnit.java",
                            "if (!ended) {",
                            "if (!ended) {\n overlay.commit();")
                    .caughtBy(UnitOfWorkContract.class),
            PlantedBug.of(
                            "a swallowed failure of a store is committed",
                            "InMemoryUnit.java",
                            "return call.on(overlay);\n        } catch (Throwable failure) {\n            doomBy(failure);",
                            "return call.on(overlay);\n        } catch (Throwable failure) {")
                    .caughtBy(UnitDoomContract.class),
            PlantedBug.of(
                            "a swallowed failure of a joined call is committed",
                            "InMemoryUnit.java",
                            "return work.apply(this);\n        } catch (Throwable failure) {\n            doomBy(failure);",
                            "return work.apply(this);\n        } catch (Throwable failure) {")
                    .caughtBy(UnitDoomContract.class),
            PlantedBug.of("nested work does not undo itself", "InMemoryUnit.java", "overlay.rollbackTo(savepoint);", "")
                    .caughtBy(NestedUnitContract.class),
            PlantedBug.of(
                            "a rollback to a savepoint undoes nothing",
                            "InMemoryUnit.java",
                            "overlay.rollbackTo(savepoints.rollBackTo(name));",
                            "savepoints.rollBackTo(name);")
                    .caughtBy(SavepointContract.class),
            PlantedBug.of(
                            "a rollback to a savepoint undoes the whole unit",
                            "InMemoryUnit.java",
                            "overlay.rollbackTo(savepoints.rollBackTo(name));",
                            "savepoints.rollBackTo(name);\n overlay.rollbackTo(0);")
                    .caughtBy(SavepointContract.class),
            PlantedBug.of(
                            "a rollback to a savepoint does not lift the doom",
                            "InMemoryUnit.java",
                            "doom = null;\n            checkTime();",
                            "checkTime();")
                    .caughtBy(SavepointScopeContract.class),
            PlantedBug.of(
                            "a savepoint of nested work counts outside of it",
                            "InMemoryUnit.java",
                            "savepoints.leave(outer);\n            if (!kept",
                            "if (!kept")
                    .caughtBy(SavepointScopeContract.class),
            PlantedBug.of(
                            "a rollback to a savepoint gives locks back",
                            "InMemoryUnit.java",
                            "doom = null;\n            checkTime();",
                            "doom = null;\n overlay.end();\n            checkTime();")
                    .caughtBy(SavepointScopeContract.class),
            PlantedBug.of(
                            "nested work undoes the whole unit",
                            "InMemoryUnit.java",
                            "overlay.rollbackTo(savepoint);",
                            "overlay.rollbackTo(0);")
                    .caughtBy(NestedUnitContract.class),
            PlantedBug.of(
                            "nested work does not contain its failure",
                            "InMemoryUnit.java",
                            "overlay.rollbackTo(savepoint);\n                doom = null;",
                            "overlay.rollbackTo(savepoint);")
                    .caughtBy(NestedUnitContract.class),
            PlantedBug.of("a read-only unit writes", "InMemoryUnit.java", "if (options.readOnly()) {", "if (false) {")
                    .caughtBy(ReadOnlyUnitContract.class),
            PlantedBug.of(
                            "the time of a unit is not limited",
                            "InMemoryUnit.java",
                            "if (timeout != null && System.nanoTime() - begun >= timeout.toNanos()) {",
                            "if (false) {")
                    .caughtBy(UnitBoundsContract.class),
            PlantedBug.of(
                            "the stores of a unit work on any thread",
                            "InMemoryUnit.java",
                            "if (Thread.currentThread() != thread) {",
                            "if (false) {")
                    .caughtBy(UnitBoundsContract.class),
            PlantedBug.of(
                            "what a unit wrote is not locked",
                            "UnitLocks.java",
                            "memory.locks().lock(owner, key, patience());",
                            "")
                    .caughtBy(ContentionContract.class),
            PlantedBug.of(
                            "stricter units run beside others",
                            "Overlay.java",
                            "if (strict && !readOnly) {",
                            "if (false) {")
                    .caughtBy(IsolationContract.class),
            PlantedBug.of(
                            "watchers are told before the commit",
                            "Overlay.java",
                            "        own.put(row);",
                            "        own.put(row);\n        memory.signals().changed(own.jobs());")
                    .caughtBy(WatchContract.class),
            PlantedBug.of("a rollback wakes", "InMemoryUnit.java", "if (!ended) {", "if (!ended) {\n overlay.signal();")
                    .caughtBy(SignalsContract.class),
            PlantedBug.of("a closed store still answers", "Memory.java", "if (closed) {", "if (false) {")
                    .caughtBy(CloseContract.class),
            PlantedBug.of(
                            "a unit commits into a store that was closed",
                            "InMemoryUnit.java",
                            "private void checkUsable() {\n        memory.checkOpen();",
                            "private void checkUsable() {")
                    .caughtBy(CloseContract.class),
            PlantedBug.of("a closed store says that it is open", "Memory.java", "return !closed;", "return true;")
                    .caughtBy(HealthContract.class),
            PlantedBug.of(
                            "a closed store can be reached",
                            "InMemoryHealth.java",
                            "memory.checkOpen();",
                            "memory.open();")
                    .caughtBy(HealthContract.class));

    private PlantedUnitBugs() {}
}
