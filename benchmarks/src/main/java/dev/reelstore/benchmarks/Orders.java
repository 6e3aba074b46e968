package dev.reelstore.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What the process that started this one wants of it, and what it is answered: the other side of {@link Child}. */
public final class Orders {

    private static final BufferedReader LINES =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private Orders() {}

    /** The next; ends this process where there will be none. */
    public static String next() throws IOException {
        String line = LINES.readLine();
        if (line == null) {
            // without a wait for anybody: whoever started this has no use for it any more
            Runtime.getRuntime().halt(0);
            throw new IllegalStateException("ended");
        }
        return line;
    }

    /** For a process that takes none: ends it with the one that started it. */
    public static void none() {
        Thread thread = new Thread(() -> {
            try {
                next();
            } catch (IOException gone) {
                Runtime.getRuntime().halt(1);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers. */
    public static void say(Object line) {
        System.out.println(line);
    }
}
