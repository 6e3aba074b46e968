package dev.reelstore.fire.aftermath;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** While it is open, all that this process prints and logs goes into a file. */
public final class Captured implements AutoCloseable {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final PrintStream file;

    private Captured(PrintStream file) {
        this.file = file;
        System.setOut(file);
        System.setErr(file);
    }

    public static Captured into(Path log) throws IOException {
        return new Captured(new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        file.close();
    }
}
