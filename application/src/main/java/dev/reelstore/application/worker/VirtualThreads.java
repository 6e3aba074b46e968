package dev.reelstore.application.worker;

import dev.reelstore.domain.failure.InvalidDataException;
import java.util.concurrent.ThreadFactory;

/** Virtual threads by reflection, since the byte code is Java 17's, which has none. */
final class VirtualThreads {

    private VirtualThreads() {}

    /** @throws InvalidDataException when this JDK has none */
    static void require() {
        if (Runtime.version().feature() < 21) {
            throw new InvalidDataException(
                    "threads is VIRTUAL, and this is JDK " + Runtime.version().feature()
                            + ": virtual threads need JDK 21 or newer; use PLATFORM here",
                    null);
        }
    }

    /** Makes virtual threads with this name and a number from 1. */
    static ThreadFactory named(String prefix) {
        require();
        try {
            Class<?> builder = Class.forName("java.lang.Thread$Builder");
            Object virtual = Thread.class.getMethod("ofVirtual").invoke(null);
            Object named = builder.getMethod("name", String.class, long.class).invoke(virtual, prefix, 1L);
            return (ThreadFactory) builder.getMethod("factory").invoke(named);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("this JDK makes virtual threads in a way that is not known here", changed);
        }
    }
}
