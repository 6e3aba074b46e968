package dev.reelstore.fire.process;

import java.lang.reflect.InvocationTargetException;

/** Threads of both kinds; virtual ones by reflection, since older JDKs have none. */
enum Threads {
    PLATFORM,
    VIRTUAL;

    boolean available() {
        return this == PLATFORM || Runtime.version().feature() >= 21;
    }

    Thread start(Runnable task) {
        Thread thread = this == PLATFORM ? new Thread(task) : virtual(task);
        thread.start();
        return thread;
    }

    private static Thread virtual(Runnable task) {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            return (Thread) type.getMethod("unstarted", Runnable.class).invoke(builder, task);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
