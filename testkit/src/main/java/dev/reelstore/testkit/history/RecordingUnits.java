package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Units of work whose calls are written down as done when they are committed. Safe from any thread. */
final class RecordingUnits implements UnitOfWork {

    private final UnitOfWork units;
    private final Recording recording;

    RecordingUnits(UnitOfWork units, Recording recording) {
        this.units = units;
        this.recording = recording;
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T call(UnitOptions options, Work<T, E> work) throws E {
        return recorded(options, log -> units.call(options, stores -> log.run(work, stores)));
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> Guarded<T> under(
            Claim claim, UnitOptions options, Work<T, E> work) throws E {
        return recording.call(
                new Call.Settle(Call.Way.USE, Held.of(claim)),
                () -> this.<Guarded<T>, E>recorded(
                        options, log -> units.under(claim, options, stores -> log.run(work, stores))),
                guarded -> new Answer.Changed(guarded.done()));
    }

    /** As the store does it, and not as the calls that it is by default. */
    @Override
    public List<Settlement> completeAll(List<FinishedJob> jobs) {
        return recording.calls(
                jobs.stream()
                        .map(job -> new Call.Settle(Call.Way.COMPLETE, Held.of(job.claim())))
                        .toList(),
                () -> units.completeAll(jobs),
                settled -> settled.stream().map(RecordingClaims::changed).toList());
    }

    private <T extends @Nullable Object, E extends Exception> T recorded(UnitOptions options, Inside<T, E> inside)
            throws E {
        UnitLog outer = recording.unit();
        if (outer != null) {
            return inside.run(new Body(outer, false));
        }
        UnitLog log = recording.begin(options);
        try {
            T value = inside.run(new Body(log, true));
            log.committed();
            return value;
        } catch (Throwable failed) {
            log.failed(failed);
            throw failed;
        } finally {
            recording.end();
        }
    }

    @Override
    public UnitHandle open(UnitOptions options) {
        UnitHandle handle = units.open(options);
        return new RecordingHandle(handle, recording, options);
    }

    @Override
    public boolean active() {
        return units.active();
    }

    private interface Inside<T extends @Nullable Object, E extends Exception> {

        T run(Body log) throws E;
    }

    private final class Body {

        private final UnitLog log;
        private final boolean outermost;

        Body(UnitLog log, boolean outermost) {
            this.log = log;
            this.outermost = outermost;
        }

        <T extends @Nullable Object, E extends Exception> T run(Work<T, E> work, Unit stores) throws E {
            if (outermost) {
                log.bodyBegins();
            }
            int names = log.savepoints().enter();
            T value = work.apply(new RecordingUnit(stores, recording, log));
            log.savepoints().leave(names);
            if (outermost) {
                log.bodyEnds();
            }
            return value;
        }
    }
}
