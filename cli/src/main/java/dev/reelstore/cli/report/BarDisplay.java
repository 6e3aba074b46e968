package dev.reelstore.cli.report;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarRenderer;

/** Bars at the foot of a terminal, one for each thing under way and one for all; lines that stay scroll above them. */
public final class BarDisplay implements Display {

    private static final String ALL = "all files";
    private static final int MOST_BARS = 16;
    private static final int STEPS = 1_000;
    private static final int INTERVAL_MILLIS = 200;

    private final Foot foot;
    private final int columns;
    private final Map<Object, ProgressBar> bars = new HashMap<>();
    private boolean closed;

    /**
     * @param out the terminal
     * @param columns how wide it is
     */
    public BarDisplay(PrintWriter out, int columns) {
        this.foot = new Foot(out);
        this.columns = columns;
    }

    @Override
    public synchronized void say(String line) {
        if (!closed) {
            foot.say(Words.oneLine(line));
        }
    }

    @Override
    public synchronized void update(Object key, String name, double percent, String doing) {
        if (closed || bars.size() >= MOST_BARS && !bars.containsKey(key)) {
            return;
        }
        ProgressBar bar = bars.computeIfAbsent(key, added -> bar(added, name, STEPS, new BarRenderer(false)));
        bar.setExtraMessage(doing);
        bar.stepTo(Math.round(percent * STEPS / 100));
    }

    @Override
    public synchronized void remove(Object key) {
        ProgressBar bar = bars.remove(key);
        if (bar != null) {
            bar.close();
            foot.remove(key);
        }
    }

    @Override
    public synchronized void overall(long ended, long all) {
        if (!closed) {
            ProgressBar bar = bars.computeIfAbsent(ALL, added -> bar(added, ALL, all, new BarRenderer(true)));
            bar.maxHint(all);
            bar.stepTo(ended);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        bars.values().forEach(ProgressBar::close);
        bars.clear();
        foot.close();
    }

    private ProgressBar bar(Object key, String name, long max, ProgressBarRenderer renderer) {
        foot.put(key, "");
        return new ProgressBarBuilder()
                .setTaskName(Cells.fit(Words.oneLine(name), Math.max(10, columns / 3)))
                .setInitialMax(max)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .continuousUpdate()
                .setRenderer(renderer)
                .setConsumer(new DelegatingProgressBarConsumer(line -> foot.put(key, line), columns - 1))
                .build();
    }
}
