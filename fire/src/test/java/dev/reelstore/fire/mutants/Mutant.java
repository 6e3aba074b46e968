package dev.reelstore.fire.mutants;

import dev.reelstore.testkit.mutation.PlantedBug;
import java.time.Duration;

/**
 * A mistake planted in the source of one module.
 *
 * @param campaign whose tests have to fail
 * @param module the module's directory beside this one
 * @param bug the mistake
 */
record Mutant(Class<?> campaign, String module, PlantedBug bug) {

    private static final Duration DEADLINE = Duration.ofMinutes(4);

    static Mutant of(Class<?> campaign, String module, String name, String file, String find, String replace) {
        return new Mutant(
                campaign, module, PlantedBug.of(name, file, find, replace).deadline(DEADLINE));
    }

    @Override
    public String toString() {
        return bug.name();
    }
}
