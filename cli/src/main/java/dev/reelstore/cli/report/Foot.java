package dev.reelstore.cli.report;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last lines of a terminal, drawn again whenever one of them changes. Safe from any thread. */
final class Foot {

    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintWriter out;
    private final Map<Object, String> lines = new LinkedHashMap<>();
    private int drawn;
    private boolean closed;

    Foot(PrintWriter out) {
        this.out = out;
    }

    /** Shows a line that stays, above the others. */
    synchronized void say(String line) {
        draw(line + CLEAR_LINE + "\n");
    }

    /** Sets the line of this key; a new one comes last. */
    synchronized void put(Object key, String line) {
        if (!line.equals(lines.put(key, line))) {
            draw("");
        }
    }

    synchronized void remove(Object key) {
        if (lines.remove(key) != null) {
            draw("");
        }
    }

    /** Takes the lines away; what stays remains. */
    synchronized void close() {
        lines.clear();
        draw("");
        closed = true;
    }

    private void draw(String above) {
        if (closed) {
            return;
        }
        StringBuilder text = new StringBuilder(drawn == 0 ? "" : String.format(UP, drawn))
                .append('\r')
                .append(above);
        lines.values().forEach(line -> text.append(line).append(CLEAR_LINE).append('\n'));
        out.print(text.append(CLEAR_BELOW));
        out.flush();
        drawn = lines.size();
    }
}
