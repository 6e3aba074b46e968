package dev.reelstore.benchmarks.process;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs all of them, each in a JVM of its own. */
public final class InProcess {

    private InProcess() {}

    /** Prints what JMH prints. */
    public static void run(boolean quick) throws RunnerException {
        TimeValue once = quick ? TimeValue.milliseconds(300) : TimeValue.seconds(1);
        new Runner(new OptionsBuilder()
                        .include(InProcess.class.getPackageName().replace(".", "\\.") + "\\..*")
                        .forks(1)
                        .warmupIterations(quick ? 2 : 5)
                        .warmupTime(once)
                        .measurementIterations(quick ? 3 : 5)
                        .measurementTime(once)
                        .build())
                .run();
    }
}
