package dev.reelstore.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names with their values, one to a line, the values below each other; what has no value is left out.
 *
 * <p>For one thread.
 */
final class FieldList {

    private static final int NAME_WIDTH = 12;

    private final List<String> lines = new ArrayList<>();

    FieldList add(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            lines.add(Cells.fit(name, NAME_WIDTH) + Words.oneLine(value.toString()));
        }
        return this;
    }

    /** The lines; never cut, since values are there to be copied. */
    List<String> lines() {
        return List.copyOf(lines);
    }
}
