package dev.reelstore.application.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in the caller's code something is. Stateless. */
final class Place {

    private static final List<String> LIBRARY = List.of(
            "dev.reelstore.domain.", "dev.reelstore.application.", "dev.reelstore.adapter.", "java.lang.Thread");

    private Place() {}

    /** The code that called the library on this thread. */
    static @Nullable StackTraceElement ofCaller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !ofLibrary(frame.getClassName()))
                        .findFirst()
                        .map(StackWalker.StackFrame::toStackTraceElement)
                        .orElse(null));
    }

    /** The code that called the library to run a unit, on the stack of the thread that runs it. */
    static @Nullable StackTraceElement ofOpening(StackTraceElement[] stack) {
        boolean below = false;
        for (StackTraceElement frame : stack) {
            boolean opening = frame.getClassName().equals(WatchedUnitOfWork.class.getName())
                    && frame.getMethodName().equals(WatchedUnitOfWork.OPENING);
            below |= opening;
            if (below && !ofLibrary(frame.getClassName())) {
                return frame;
            }
        }
        return null;
    }

    static String text(@Nullable StackTraceElement frame) {
        return frame == null
                ? "an unknown place"
                : frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")";
    }

    private static boolean ofLibrary(String type) {
        return LIBRARY.stream().anyMatch(type::startsWith);
    }
}
