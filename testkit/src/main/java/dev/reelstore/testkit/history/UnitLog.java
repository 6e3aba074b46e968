package dev.reelstore.testkit.history;

import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.unit.Savepoints;
import java.util.ArrayList;
import java.util.List;

/** The calls of one unit of work, whose answers count once it is committed. Used by the thread of the unit. */
final class UnitLog {

    private record Pending(long number, Answer answer) {}

    private final HistoryRecorder recorder;
    private final List<Pending> pending = new ArrayList<>();
    private final Savepoints<Integer> savepoints = new Savepoints<>();
    private final long begun = System.nanoTime();
    private final boolean ignored;
    private boolean bodyEnded;

    /** @param ignored whether nothing of it is written down, as its reads may be old */
    UnitLog(HistoryRecorder recorder, boolean ignored) {
        this.recorder = recorder;
        this.ignored = ignored;
    }

    /** What the unit sees may be as old as this. */
    long begun() {
        return begun;
    }

    boolean ignored() {
        return ignored;
    }

    void add(long number, Answer answer) {
        pending.add(new Pending(number, answer));
    }

    int size() {
        return pending.size();
    }

    Savepoints<Integer> savepoints() {
        return savepoints;
    }

    void bodyBegins() {
        bodyEnded = false;
        undoFrom(0);
    }

    void bodyEnds() {
        bodyEnded = true;
    }

    void undoFrom(int place) {
        List<Pending> undone = pending.subList(place, pending.size());
        undone.forEach(call -> recorder.undone(call.number()));
        undone.clear();
    }

    void committed() {
        long now = System.nanoTime();
        pending.forEach(call -> recorder.returned(call.number(), now, call.answer()));
        pending.clear();
    }

    /** What was rolled back for certain is undone; of the rest the outcome stays unknown. */
    void failed(Throwable failure) {
        if (!bodyEnded || nothingWasDone(failure)) {
            undoFrom(0);
        }
        pending.clear();
    }

    static boolean nothingWasDone(Throwable failure) {
        return failure instanceof StoreException known
                && !(known instanceof OutcomeUnknownException)
                && known.repeat() != Repeat.UNKNOWN;
    }
}
