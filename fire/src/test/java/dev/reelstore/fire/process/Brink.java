package dev.reelstore.fire.process;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Where a process is to be killed: the thread that comes there says so, and stands still for ever. */
final class Brink implements Tapped.Tap {

    private volatile @Nullable String point;
    private final AtomicInteger passes = new AtomicInteger();

    /**
     * @param name as {@code before complete} or {@code after claim}
     * @param times how often it is passed before
     */
    void at(String name, int times) {
        passes.set(times);
        point = name;
    }

    @Override
    public void passing(String call, boolean after) {
        passing((after ? "after " : "before ") + call);
    }

    void passing(String name) {
        if (name.equals(point) && passes.getAndDecrement() == 0) {
            System.out.println("at " + name);
            while (true) {
                try {
                    TimeUnit.DAYS.sleep(1);
                } catch (InterruptedException ignored) {
                    // Nothing but the signal gets it from here.
                }
            }
        }
    }
}
