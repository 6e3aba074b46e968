package dev.reelstore.testkit.mutation;

import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Contracts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherExecutionRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs an adapter's test classes of some parts of the contract, as they are seen through a class loader.
 *
 * @param loader the loader
 * @param where the class whose nested classes are the tests, or one in the package of the tests
 * @param contracts which parts
 */
record ContractRun(ClassLoader loader, Class<?> where, List<Class<? extends Contract>> contracts) {

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
        testClasses().forEach(test -> discovery.selectors(DiscoverySelectors.selectClass(test)));
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

    private List<Class<?>> testClasses() {
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
