package dev.reelstore.testkit.history;

import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;

/** A unit that its caller ends, with its calls written down as done when it is committed. */
final class RecordingHandle implements UnitHandle {

    private final UnitHandle handle;
    private final Recording recording;
    private final UnitLog log;

    RecordingHandle(UnitHandle handle, Recording recording, UnitOptions options) {
        this.handle = handle;
        this.recording = recording;
        this.log = recording.begin(options);
    }

    @Override
    public Unit stores() {
        return new RecordingUnit(handle.stores(), recording, log);
    }

    @Override
    public void commit() {
        log.bodyEnds();
        try {
            handle.commit();
            log.committed();
        } catch (Throwable failed) {
            log.failed(failed);
            throw failed;
        } finally {
            recording.end();
        }
    }

    @Override
    public void close() {
        try {
            handle.close();
        } finally {
            log.undoFrom(0);
            recording.end();
        }
    }
}
