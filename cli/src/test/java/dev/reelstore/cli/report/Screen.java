package dev.reelstore.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a terminal shows after some text was written to it; it knows the few escapes that are used. */
final class Screen {

    private static final char ESCAPE = '\u001b';

    private final List<StringBuilder> lines = new ArrayList<>();
    private int row;
    private int column;

    private Screen() {
        lines.add(new StringBuilder());
    }

    static String after(String written) {
        Screen screen = new Screen();
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) == ESCAPE) {
                int end = i + 2;
                while (!Character.isLetter(written.charAt(end))) {
                    end++;
                }
                screen.escape(written.substring(i + 2, end), written.charAt(end));
                i = end;
            } else {
                screen.put(written.charAt(i));
            }
        }
        return screen.lines.stream()
                .map(line -> line.toString().stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private void put(char c) {
        if (c == '\r') {
            column = 0;
        } else if (c == '\n') {
            column = 0;
            row++;
            if (row == lines.size()) {
                lines.add(new StringBuilder());
            }
        } else {
            StringBuilder line = lines.get(row);
            line.setLength(Math.max(line.length(), column + 1));
            line.setCharAt(column++, c);
        }
    }

    private void escape(String argument, char command) {
        switch (command) {
            case 'A' -> row -= Integer.parseInt(argument);
            case 'K' -> cut();
            case 'J' -> {
                cut();
                lines.subList(row + 1, lines.size()).clear();
            }
            default -> throw new AssertionError("unexpected escape " + argument + command);
        }
    }

    private void cut() {
        StringBuilder line = lines.get(row);
        line.setLength(Math.min(column, line.length()));
    }
}
