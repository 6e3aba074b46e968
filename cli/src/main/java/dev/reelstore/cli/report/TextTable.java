package dev.reelstore.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of text in columns that line up. Where the room is too narrow the last column is cut, with an ellipsis.
 *
 * <p>For one thread.
 */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> numeric;

    private TextTable(List<Integer> numeric, List<String> titles) {
        this.numeric = numeric;
        rows.add(titles);
    }

    /** A table with these column titles; one that begins with {@code >} stands over numbers, set to the right. */
    public static TextTable of(String... titles) {
        List<Integer> numeric = IntStream.range(0, titles.length)
                .filter(i -> titles[i].startsWith(">"))
                .boxed()
                .toList();
        return new TextTable(
                numeric,
                List.of(titles).stream()
                        .map(title -> title.replaceFirst("^>", ""))
                        .toList());
    }

    /** Adds a row with as many cells as there are titles; what is not printable in them is replaced. */
    public TextTable row(Object... cells) {
        rows.add(
                List.of(cells).stream().map(String::valueOf).map(Words::oneLine).toList());
        return this;
    }

    /**
     * The lines, the titles first, without blanks at their ends.
     *
     * @param room the columns that a line may take, 0 for any number
     */
    public List<String> lines(int room) {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(i -> rows.stream()
                        .mapToInt(row -> Cells.width(row.get(i)))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths, room)).toList();
    }

    private String line(List<String> row, int[] widths, int room) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String blanks = " ".repeat(widths[i] - Cells.width(cell));
            line.append(i == 0 ? "" : GAP).append(numeric.contains(i) ? blanks + cell : cell + blanks);
        }
        String text = line.toString().stripTrailing();
        return room > 0 ? Cells.cut(text, room) : text;
    }
}
