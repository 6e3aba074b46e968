package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.unit.ForwardingStores;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.Work;
import org.jspecify.annotations.Nullable;

/** The stores of a unit; what its savepoints undo was never done. */
final class RecordingUnit extends ForwardingStores implements Unit {

    private final Unit stores;
    private final Recording recording;
    private final UnitLog log;

    RecordingUnit(Unit stores, Recording recording, UnitLog log) {
        this.stores = stores;
        this.recording = recording;
        this.log = log;
    }

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T nested(Work<T, E> work) throws E {
        int before = log.size();
        int names = log.savepoints().enter();
        try {
            return stores.nested(inner -> work.apply(new RecordingUnit(inner, recording, log)));
        } catch (Throwable failed) {
            log.undoFrom(before);
            throw failed;
        } finally {
            log.savepoints().leave(names);
        }
    }

    @Override
    public void savepoint(String name) {
        stores.savepoint(name);
        log.savepoints().set(name, log.size());
    }

    @Override
    public void rollbackTo(String name) {
        stores.rollbackTo(name);
        log.undoFrom(log.savepoints().rollBackTo(name));
    }

    @Override
    public void release(String name) {
        stores.release(name);
        log.savepoints().release(name);
    }

    @Override
    public JobStore jobs() {
        return new RecordingJobs(stores.jobs(), recording);
    }

    @Override
    public ClaimStore claims() {
        return new RecordingClaims(stores.claims(), recording);
    }
}
