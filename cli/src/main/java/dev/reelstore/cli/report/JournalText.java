package dev.reelstore.cli.report;

import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.LogStatus;
import java.util.ArrayList;
import java.util.List;

/** What went wrong in the stages of a job, for people. */
final class JournalText {

    private static final int SHOWN = 5;

    private JournalText() {}

    /**
     * The lines to print, an empty one first; none where nothing went wrong.
     *
     * @param room the columns that a line of a table may take, 0 for any number
     */
    static List<String> lines(Journal journal, int room) {
        List<LogEntry> failed = journal.log().stream()
                .filter(entry -> entry.status() == LogStatus.FAILED)
                .toList();
        List<String> lines = new ArrayList<>();
        if (failed.isEmpty()) {
            return lines;
        }
        TextTable table = TextTable.of("FAILED STAGE", "AT", "ERROR");
        failed.subList(Math.max(0, failed.size() - SHOWN), failed.size())
                .forEach(entry -> table.row(
                        entry.stage(),
                        Words.time(entry.recordedAt()),
                        entry.error() == null ? "" : entry.error().replace('\n', ' ')));
        lines.add("");
        lines.addAll(table.lines(room));
        if (failed.size() > SHOWN) {
            lines.add("The last " + SHOWN + " of " + failed.size() + " failures; --json has all.");
        }
        return lines;
    }
}
