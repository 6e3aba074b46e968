package dev.reelstore.cli.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads the lines of a program's output without ever holding more than a line's beginning: tags can be megabytes. */
final class BoundedLines {

    private static final int LONGEST = 4_000;

    private BoundedLines() {}

    /** Hands out each line, cut at 4,000 characters, until the stream ends. */
    static void forEach(InputStream stream, Consumer<String> lines) throws IOException {
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            char[] buffer = new char[8_192];
            StringBuilder line = new StringBuilder();
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        lines.accept(line.toString());
                        line.setLength(0);
                    } else if (line.length() < LONGEST) {
                        line.append(buffer[i]);
                    }
                }
            }
            if (!line.isEmpty()) {
                lines.accept(line.toString());
            }
        }
    }
}
