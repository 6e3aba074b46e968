package dev.reelstore.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers the first failure, since writers swallow them. A reader that has seen enough
 * ({@code | head}) is no failure.
 */
final class StandardOutput extends FilterOutputStream {

    private volatile @Nullable IOException failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (failure == null) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException first) {
                failure = first;
            }
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** What to say about output that did not arrive; empty when all did, or nobody wanted more. */
    Optional<String> complaint() {
        IOException first = failure;
        if (first == null || String.valueOf(first.getMessage()).contains("Broken pipe")) {
            return Optional.empty();
        }
        return Optional.of("cannot write to standard output: " + first.getMessage());
    }
}
