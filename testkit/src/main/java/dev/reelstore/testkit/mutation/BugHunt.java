package dev.reelstore.testkit.mutation;

import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * Plants bugs in an adapter, one at a time, and demands that its own contract tests catch each. The adapter's classes are
 * loaded anew for each bug, main and test, so that nothing that runs beside it is touched.
 *
 * <p>It is honest: without a bug the same run must pass; a bug must be found in the source exactly once and compile; some
 * test has to fail and some test has to pass, since an adapter that does nothing any more is no proof.
 */
public final class BugHunt {

    private static final Duration GREEN_DEADLINE = Duration.ofMinutes(5);

    private final Class<?> where;
    private final AdapterModule module;

    private BugHunt(Class<?> where, AdapterModule module) {
        this.where = where;
        this.module = module;
    }

    /**
     * A hunt in the module of this class.
     *
     * @param where a class whose {@code @Nested} classes run the contract; or any class of the adapter's tests, in whose
     *     package or below it the test classes of the contract are
     */
    public static BugHunt in(Class<?> where) {
        return new BugHunt(where, AdapterModule.of(where));
    }

    /**
     * A hunt in another module than that of the tests which are to catch the bugs; all else on the class path stays as it
     * is.
     *
     * @param where any class of the tests
     * @param module the directory of the other module
     * @throws IllegalStateException when that has no sources or was not compiled
     */
    public static BugHunt in(Class<?> where, Path module) {
        return new BugHunt(where, AdapterModule.at(module, where));
    }

    /**
     * A test that the contract passes without a bug, one for each bug that it is caught, and one that says how many were.
     * They are to run in this order.
     */
    public Stream<DynamicTest> tests(List<PlantedBug> bugs) {
        AtomicInteger caught = new AtomicInteger();
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("without a bug the contract passes", () -> mustPass(contractsOf(bugs))));
        for (PlantedBug bug : bugs) {
            tests.add(DynamicTest.dynamicTest(bug.name(), () -> {
                List<String> failed = mustCatch(bug);
                String others = failed.size() == 1 ? "" : " and " + (failed.size() - 1) + " more";
                System.out.println("planted bug caught: " + bug.name() + ", by " + failed.get(0) + others);
                caught.incrementAndGet();
            }));
        }
        tests.add(DynamicTest.dynamicTest("all " + bugs.size() + " planted bugs are caught", () -> {
            System.out.println("planted bugs caught: " + caught + " of " + bugs.size());
            if (caught.get() != bugs.size()) {
                throw new AssertionError("only " + caught + " of " + bugs.size() + " planted bugs were caught");
            }
        }));
        return tests.stream();
    }

    /**
     * Runs these parts of the contract as a hunt does, but without a bug.
     *
     * @throws AssertionError when a test fails
     */
    public void mustPass(List<Class<? extends Contract>> contracts) {
        mustPass(run(null, contracts, GREEN_DEADLINE));
    }

    /**
     * Runs these test classes as a hunt does, but without a bug.
     *
     * @param tests of the module of the tests
     * @param deadline how long that may take
     * @throws AssertionError when a test fails
     */
    public void mustPass(List<Class<?>> tests, Duration deadline) {
        mustPass(run(null, loader -> ContractRun.of(loader, tests), deadline));
    }

    private static void mustPass(Outcome outcome) {
        if (outcome.didNotEnd() || !outcome.failures().isEmpty() || outcome.passes() == 0) {
            throw new AssertionError("without a bug " + outcome.passes() + " tests passed"
                    + (outcome.didNotEnd() ? ", the run did not end" : "") + " and these failed: "
                    + outcome.failures());
        }
    }

    /**
     * Plants a bug and runs the contract against it.
     *
     * @return the tests that failed, each once: its class and method
     * @throws AssertionError when none does, when none passes, or when the bug cannot be planted
     */
    public List<String> mustCatch(PlantedBug bug) {
        List<Class<? extends Contract>> contracts = bug.caughtBy().isEmpty() ? Contracts.all() : bug.caughtBy();
        Outcome outcome = run(bug, contracts, bug.deadline());
        if (outcome.didNotEnd()) {
            if (bug.mayHang()) {
                return List.of("a run that does not end");
            }
            throw new AssertionError("planted bug '" + bug.name() + "' made the contract hang for " + bug.deadline()
                    + "; failures before: " + outcome.failures());
        }
        if (outcome.failures().isEmpty()) {
            throw new AssertionError("planted bug '" + bug.name() + "' was not caught by "
                    + contracts.stream().map(Class::getSimpleName).toList() + ": all " + outcome.passes()
                    + " tests passed");
        }
        if (outcome.passes() == 0) {
            throw new AssertionError("planted bug '" + bug.name() + "' breaks the adapter altogether, no test passes: "
                    + outcome.failures());
        }
        return namesOf(outcome);
    }

    /**
     * Plants a bug and runs these test classes against it.
     *
     * @param tests of the module of the tests
     * @return the tests that failed, each once: its class and method
     * @throws AssertionError when none does, when they do not end in time and may not hang, or when the bug cannot be
     *     planted
     */
    public List<String> mustCatch(PlantedBug bug, List<Class<?>> tests) {
        Outcome outcome = run(bug, loader -> ContractRun.of(loader, tests), bug.deadline());
        if (outcome.didNotEnd() && !bug.mayHang()
                || !outcome.didNotEnd() && outcome.failures().isEmpty()) {
            throw new AssertionError("planted bug '" + bug.name() + "' was not caught by " + tests + ": "
                    + (outcome.didNotEnd() ? "they did not end" : "all " + outcome.passes() + " tests passed"));
        }
        return outcome.didNotEnd() ? List.of("a run that does not end") : namesOf(outcome);
    }

    private static List<String> namesOf(Outcome outcome) {
        return outcome.failures().stream()
                .map(Outcome.Failure::test)
                .distinct()
                .sorted()
                .toList();
    }

    private Outcome run(@Nullable PlantedBug bug, List<Class<? extends Contract>> contracts, Duration deadline) {
        return run(bug, loader -> ContractRun.of(loader, where, contracts), deadline);
    }

    private Outcome run(@Nullable PlantedBug bug, Function<ClassLoader, ContractRun> tests, Duration deadline) {
        try (ChangedModule changed = new ChangedModule(module)) {
            if (bug != null) {
                changed.plant(bug);
            }
            try (ChangedLoader loader = new ChangedLoader(module, changed, where.getClassLoader())) {
                return tests.apply(loader).within(deadline);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Class<? extends Contract>> contractsOf(List<PlantedBug> bugs) {
        Set<Class<? extends Contract>> contracts = new LinkedHashSet<>();
        bugs.forEach(bug -> contracts.addAll(bug.caughtBy().isEmpty() ? Contracts.all() : bug.caughtBy()));
        return List.copyOf(contracts);
    }
}
