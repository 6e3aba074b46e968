package dev.reelstore.testkit.mutation;

import dev.reelstore.testkit.Contract;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mistake made on purpose in the source of an adapter: one piece of text in one file is replaced by another.
 *
 * @param name what goes wrong, in a few words
 * @param file the end of the path of one file under the module's {@code src/main}, Java source or resource
 * @param find what stands in that file exactly once
 * @param replace what stands there instead
 * @param caughtBy the parts of the contract that are run, one of whose tests has to fail; empty for the whole contract
 * @param deadline how long the run may take
 * @param mayHang whether a run that does not end by then counts as caught
 */
public record PlantedBug(
        String name,
        String file,
        String find,
        String replace,
        List<Class<? extends Contract>> caughtBy,
        Duration deadline,
        boolean mayHang) {

    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(60);

    /** @throws IllegalArgumentException when the bug would change nothing */
    public PlantedBug {
        caughtBy = List.copyOf(caughtBy);
        if (find.isEmpty() || find.equals(replace)) {
            throw new IllegalArgumentException("planted bug '" + name + "' replaces '" + find + "' by '" + replace
                    + "': name a text and another one to put in its place");
        }
    }

    /** A bug that the whole contract is run against, and that must not hang. */
    public static PlantedBug of(String name, String file, String find, String replace) {
        return new PlantedBug(name, file, find, replace, List.of(), DEFAULT_DEADLINE, false);
    }

    /** The same; only this part of the contract, and others that are named so, are run against it. */
    public PlantedBug caughtBy(Class<? extends Contract> contract) {
        List<Class<? extends Contract>> contracts = Stream.<Class<? extends Contract>>concat(
                        caughtBy.stream(), Stream.of(contract))
                .toList();
        return new PlantedBug(name, file, find, replace, contracts, deadline, mayHang);
    }

    /** The same; the run may take this long. */
    public PlantedBug deadline(Duration value) {
        return new PlantedBug(name, file, find, replace, caughtBy, value, mayHang);
    }

    /** The same; a run that has not ended after this time counts as caught. */
    public PlantedBug mayHang(Duration after) {
        return new PlantedBug(name, file, find, replace, caughtBy, after, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
