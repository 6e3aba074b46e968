package dev.reelstore.testkit.history;

import dev.reelstore.domain.unit.UnitOptions;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes down the calls on one store: at once, or with the unit of work that the thread has open. */
final class Recording {

    private final HistoryRecorder recorder;
    private final ThreadLocal<@Nullable UnitLog> unit = new ThreadLocal<>();
    private final ThreadLocal<@Nullable Long> callBegun = new ThreadLocal<>();

    Recording(HistoryRecorder recorder) {
        this.recorder = recorder;
    }

    /** What the action answers, with the call written down before it and the answer after it. */
    <T extends @Nullable Object, E extends Exception> T call(Call call, Action<T, E> action, Function<T, Answer> answer)
            throws E {
        return calls(List.of(call), action, value -> List.of(answer.apply(value)));
    }

    /** The same for one action that is several calls, each with its answer. */
    <T extends @Nullable Object, E extends Exception> T calls(
            List<? extends Call> calls, Action<T, E> action, Function<T, List<Answer>> answers) throws E {
        UnitLog log = unit.get();
        if (log != null && log.ignored()) {
            return action.run();
        }
        long begun = log == null ? System.nanoTime() : log.begun();
        List<Long> numbers =
                calls.stream().map(call -> recorder.invoked(begun, call)).toList();
        T value;
        callBegun.set(begun);
        try {
            value = action.run();
        } catch (Throwable failed) {
            if (UnitLog.nothingWasDone(failed)) {
                numbers.forEach(recorder::undone);
            }
            throw failed;
        } finally {
            callBegun.remove();
        }
        long now = System.nanoTime();
        List<Answer> given = answers.apply(value);
        for (int place = 0; place < numbers.size(); place++) {
            if (log == null) {
                recorder.returned(numbers.get(place), now, given.get(place));
            } else {
                log.add(numbers.get(place), given.get(place));
            }
        }
        return value;
    }

    /**
     * Writes down what was done in the course of the call that this thread is making.
     *
     * @param answer null where nobody knows
     */
    void also(Call call, @Nullable Answer answer) {
        Long begun = callBegun.get();
        long number = recorder.invoked(begun == null ? System.nanoTime() : begun, call);
        if (answer != null) {
            recorder.returned(number, System.nanoTime(), answer);
        }
    }

    @Nullable
    UnitLog unit() {
        return unit.get();
    }

    UnitLog begin(UnitOptions options) {
        UnitLog log = new UnitLog(recorder, options.freshness() != null);
        unit.set(log);
        return log;
    }

    void end() {
        unit.remove();
    }

    /** Something that answers or fails. */
    @FunctionalInterface
    interface Action<T extends @Nullable Object, E extends Exception> {

        T run() throws E;
    }
}
