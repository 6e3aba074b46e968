package dev.reelstore.cli.report;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/** Lines only, for files, pipes and simple terminals: one for each step, none for a percentage. */
public final class PlainDisplay implements Display {

    private final PrintWriter out;
    private final Map<Object, String> steps = new HashMap<>();
    private boolean closed;

    /** @param out where the lines go */
    public PlainDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void say(String line) {
        if (!closed) {
            out.println(Words.oneLine(line));
            out.flush();
        }
    }

    @Override
    public synchronized void update(Object key, String name, double percent, String doing) {
        if (!doing.isEmpty() && !doing.equals(steps.put(key, doing))) {
            say(name + ": " + doing);
        }
    }

    @Override
    public synchronized void remove(Object key) {
        steps.remove(key);
    }

    @Override
    public void overall(long ended, long all) {}

    @Override
    public synchronized void close() {
        closed = true;
    }
}
