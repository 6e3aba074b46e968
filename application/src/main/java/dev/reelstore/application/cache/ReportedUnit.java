package dev.reelstore.application.cache;

import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.ForwardingStores;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.video.VideoStore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A unit that reads past what is kept and notes what it changes. What it undoes by itself stays noted: forgetting too much
 * costs but a read. Bound to the thread of the unit that it decorates.
 */
final class ReportedUnit extends ForwardingStores implements Unit {

    private final Unit unit;
    private final Changes changes;
    private final Reporting reporting;

    ReportedUnit(Unit unit, Changes changes) {
        this.unit = unit;
        this.changes = changes;
        this.reporting = new Reporting() {
            @Override
            public <T> T change(Consumer<Changes> what, Supplier<T> call) {
                what.accept(changes);
                return call.get();
            }
        };
    }

    @Override
    protected Stores stores() {
        return unit;
    }

    @Override
    public VideoStore videos() {
        return new ReportedVideos(unit.videos(), reporting);
    }

    @Override
    public QualityStore qualities() {
        return new ReportedQualities(unit.qualities(), reporting);
    }

    @Override
    public <T extends @Nullable Object, E extends Exception> T nested(Work<T, E> work) throws E {
        return unit.<T, E>nested(inner -> work.apply(new ReportedUnit(inner, changes)));
    }

    @Override
    public void savepoint(String name) {
        unit.savepoint(name);
    }

    @Override
    public void rollbackTo(String name) {
        unit.rollbackTo(name);
    }

    @Override
    public void release(String name) {
        unit.release(name);
    }
}
