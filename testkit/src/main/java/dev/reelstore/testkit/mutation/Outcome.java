package dev.reelstore.testkit.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** What became of the tests of one run. Safe from any thread. */
final class Outcome implements TestExecutionListener {

    private final List<Failure> failed = new ArrayList<>();
    private int passed;
    private boolean hung;

    /**
     * A test that failed.
     *
     * @param test its class and method
     * @param said the beginning of what it said
     */
    record Failure(String test, String said) {
        @Override
        public String toString() {
            return "\n    " + test + ": " + said;
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            String why = result.getThrowable().map(Throwable::toString).orElse("");
            String said = why.lines().filter(line -> !line.isBlank()).limit(3).collect(Collectors.joining(" "));
            failed.add(new Failure(name(test), said));
        } else if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            passed++;
        }
    }

    synchronized void hung() {
        hung = true;
    }

    /** The tests that failed. */
    synchronized List<Failure> failures() {
        return List.copyOf(failed);
    }

    synchronized int passes() {
        return passed;
    }

    synchronized boolean didNotEnd() {
        return hung;
    }

    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(method -> method.getClassName()
                                .substring(method.getClassName().lastIndexOf('.') + 1) + "." + method.getMethodName())
                .orElseGet(test::getDisplayName);
    }
}
