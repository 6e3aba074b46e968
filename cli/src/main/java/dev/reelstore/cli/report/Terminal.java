package dev.reelstore.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a standard stream of this process leads to.
 *
 * @param present whether it is a terminal
 * @param columns how wide it is, 0 where it is none
 * @param redrawable whether lines that are there can be drawn again
 */
public record Terminal(boolean present, int columns, boolean redrawable) {

    /** A file or a pipe. */
    public static final Terminal NONE = new Terminal(false, 0, false);

    private static final int USUAL_COLUMNS = 80;
    private static final int LEAST_COLUMNS = 20;
    private static final Pattern ANSWER = Pattern.compile("terminal\\s+(?:\\d+ (\\d+))?\\s*");

    /** Where standard output leads. */
    public static Terminal output() {
        ProcessBuilder shell = shell("exec 3<&1 >&2").redirectOutput(Redirect.INHERIT);
        return ask(shell, 1);
    }

    /** Where the error output leads. */
    public static Terminal errors() {
        ProcessBuilder shell = shell("exec 3<&2").redirectError(Redirect.INHERIT);
        return ask(shell, 2);
    }

    /** Whether a person can type answers. */
    public static boolean typed() {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", "[ -t 0 ]")
                    .redirectInput(Redirect.INHERIT)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The line that is typed next; empty where nothing more comes. */
    public static String answer() {
        StringBuilder line = new StringBuilder();
        try {
            for (int c = System.in.read(); c >= 0 && c != '\n'; c = System.in.read()) {
                line.append((char) c);
            }
        } catch (IOException nothingMore) {
            return "";
        }
        return line.toString();
    }

    /** Java cannot tell one standard stream from the other; a shell that inherits one of them can. */
    private static ProcessBuilder shell(String open) {
        return new ProcessBuilder("/bin/sh", "-c", open + "; [ -t 3 ] && echo terminal && stty size <&3");
    }

    private static Terminal ask(ProcessBuilder shell, int stream) {
        try {
            Process process = shell.start();
            process.getOutputStream().close();
            try (InputStream answer = stream == 1 ? process.getErrorStream() : process.getInputStream()) {
                String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
                process.waitFor(1, TimeUnit.SECONDS);
                return parse(text, System.getenv("TERM"));
            }
        } catch (IOException noShell) {
            return NONE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }

    static Terminal parse(String answer, @Nullable String term) {
        Matcher matcher = ANSWER.matcher(answer);
        if (!matcher.lookingAt()) {
            return NONE;
        }
        int columns = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        boolean redrawable = term != null && !term.isEmpty() && !term.equals("dumb");
        return new Terminal(true, columns == 0 ? USUAL_COLUMNS : Math.max(columns, LEAST_COLUMNS), redrawable);
    }
}
