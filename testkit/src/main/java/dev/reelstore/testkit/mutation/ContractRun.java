package dev.reelstore.testkit.mutation;

import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Contracts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherExecutionRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes as they are seen through a class loader.
 *
 * @param loader the loader
 * @param tests finds them, on a thread whose loader that is
 */
record ContractRun(ClassLoader loader, Supplier<List<Class<?>>> tests) {

    /**
     * Of an adapter's test classes of some parts of the contract.
     *
     * @param where the class whose nested classes are the tests, or one in the package of the tests
     */
    static ContractRun of(ClassLoader loader, Class<?> where, List<Class<? extends Contract>> contracts) {
        return new ContractRun(loader, () -> testClasses(where, contracts));
    }

    /** Of these test classes. */
    static ContractRun of(ClassLoader loader, List<Class<?>> tests) {
        return new ContractRun(
                loader,
                () -> tests.stream().<Class<?>>map(test -> again(loader, test)).toList());
    }

    private static Class<?> again(ClassLoader loader, Class<?> test) {
        try {
            return Class.forName(test.getName(), true, loader);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError("a test class that is not seen there: " + test.getName(), impossible);
        }
    }

    /** Runs them on a thread of its own and says how it went; a run that does not end in time is left behind. */
    Outcome within(Duration deadline) {
        Outcome outcome = new Outcome();
        CancellationToken token = CancellationToken.create();
        AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
        Thread runner = new Thread(() -> run(outcome, token), "planted-bug-run");
        runner.setDaemon(true);
        runner.setContextClassLoader(loader);
        runner.setUncaughtExceptionHandler((thread, failure) -> broken.set(failure));
        runner.start();
        try {
            runner.join(deadline.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the contract ran", interrupted);
        }
        if (runner.isAlive()) {
            token.cancel();
            runner.interrupt();
            outcome.hung();
        }
        Throwable failure = broken.get();
        if (failure != null) {
            throw new AssertionError("the contract could not be run", failure);
        }
        return outcome;
    }

    private void run(Outcome outcome, CancellationToken token) {
        LauncherDiscoveryRequestBuilder discovery = LauncherDiscoveryRequestBuilder.request();
        tests.get().forEach(test -> discovery.selectors(DiscoverySelectors.selectClass(test)));
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        LauncherExecutionRequest request = discovery
                .forExecution()
                .listeners(outcome)
                .cancellationToken(token)
                .build();
        LauncherFactory.create(config).execute(request);
    }

    private static List<Class<?>> testClasses(Class<?> where, List<Class<? extends Contract>> contracts) {
        List<Class<?>> tests = new ArrayList<>();
        for (Class<? extends Contract> contract : contracts) {
            List<Class<?>> found = Contracts.testsOf(contract, where);
            if (found.isEmpty()) {
                throw new AssertionError(
                        "no test class in " + where.getPackageName() + " or below it runs " + contract.getSimpleName());
            }
            List<Class<?>> inside = found.stream()
                    .filter(test -> test.getName().startsWith(where.getName() + "$"))
                    .toList();
            tests.addAll(inside.isEmpty() ? found : inside);
        }
        return tests;
    }
}
