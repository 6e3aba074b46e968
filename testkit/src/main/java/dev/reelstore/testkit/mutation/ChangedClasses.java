package dev.reelstore.testkit.mutation;

import java.nio.file.Path;

/**
 * The compiled classes and resources of a module with a planted bug in them, in a folder. Put before the class path of
 * another process they take the place of the right ones there. Gone when this is closed.
 */
public final class ChangedClasses implements AutoCloseable {

    private final ChangedModule module;

    private ChangedClasses(ChangedModule module) {
        this.module = module;
    }

    /**
     * Plants one.
     *
     * @param module the directory of a Maven module that has been compiled, with its {@code src/main} and
     *     {@code target/classes}
     * @param bug what to change; which contract should catch it is of no interest here
     * @throws AssertionError when what the bug replaces is not there exactly once, or does not compile afterwards
     */
    public static ChangedClasses of(Path module, PlantedBug bug) {
        ChangedModule changed = new ChangedModule(AdapterModule.at(module, ChangedClasses.class));
        try {
            changed.plant(bug);
            return new ChangedClasses(changed);
        } catch (Throwable notPlanted) {
            changed.close();
            throw notPlanted;
        }
    }

    /** Where they are. */
    public Path folder() {
        return module.classes();
    }

    @Override
    public void close() {
        module.close();
    }
}
