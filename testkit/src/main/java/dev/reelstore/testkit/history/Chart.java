package dev.reelstore.testkit.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Operations as lines of text: from when to when, by their order in time, what was asked and what was answered. */
final class Chart {

    private static final int WIDTH = 40;
    private static final int MOST = 24;

    private Chart() {}

    /** The last of these, if there are too many. */
    static String of(List<Operation> operations) {
        List<Operation> shown = operations.subList(Math.max(0, operations.size() - MOST), operations.size());
        TreeSet<Long> times = new TreeSet<>();
        for (Operation operation : shown) {
            times.add(operation.invoked());
            if (operation.known()) {
                times.add(operation.returned());
            }
        }
        List<Long> order = new ArrayList<>(times);
        String hidden =
                shown.size() == operations.size() ? "" : "  ... " + (operations.size() - shown.size()) + " earlier\n";
        return hidden + shown.stream().map(operation -> line(operation, order)).collect(Collectors.joining("\n"));
    }

    /** The first of these, if there are too many. */
    static String first(List<Operation> operations) {
        return of(operations.subList(0, Math.min(MOST, operations.size())));
    }

    private static String line(Operation operation, List<Long> order) {
        char[] bar = new char[WIDTH];
        Arrays.fill(bar, ' ');
        int from = column(operation.invoked(), order);
        int to = operation.known() ? column(operation.returned(), order) : WIDTH - 1;
        Arrays.fill(bar, from, to + 1, operation.known() ? '-' : '.');
        bar[from] = '[';
        bar[to] = operation.known() ? ']' : '?';
        return "  " + new String(bar) + " " + Words.of(operation);
    }

    private static int column(long time, List<Long> order) {
        return order.size() < 2 ? 0 : order.indexOf(time) * (WIDTH - 1) / (order.size() - 1);
    }
}
