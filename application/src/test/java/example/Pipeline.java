package example;

import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.unit.UnitOptions;

/** A caller outside of the library, to be found in what the log says. */
public final class Pipeline {

    private final UnitOfWork units;

    /** On these units. */
    public Pipeline(UnitOfWork units) {
        this.units = units;
    }

    /** Does what is long inside a unit. */
    public void load(Runnable longWork) {
        units.run(UnitOptions.named("load"), stores -> longWork.run());
    }

    /** Opens a unit. */
    public UnitHandle begin() {
        return units.open(UnitOptions.named("begin\nagain"));
    }
}
