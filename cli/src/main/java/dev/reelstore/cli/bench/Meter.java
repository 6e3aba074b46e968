package dev.reelstore.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the time and the processors while work goes on.
 *
 * <p>For one thread, and one at a time: the machine tells how busy it was since it was asked before.
 */
final class Meter {

    private static final double NANOS_PER_SECOND = 1e9;

    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long begin = System.nanoTime();
    private final long used = machine.getProcessCpuTime();

    private Meter() {
        machine.getCpuLoad();
    }

    static Meter start() {
        return new Meter();
    }

    /** The rate of so much work since the start. */
    Rate rate(double times) {
        double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        double command = (machine.getProcessCpuTime() - used)
                / NANOS_PER_SECOND
                / seconds
                / Runtime.getRuntime().availableProcessors();
        return new Rate(times / seconds, new Load(Math.min(1, command), known(machine.getCpuLoad())));
    }

    private static @Nullable Double known(double load) {
        return load >= 0 && load <= 1 ? load : null;
    }
}
