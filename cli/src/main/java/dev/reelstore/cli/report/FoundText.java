package dev.reelstore.cli.report;

import dev.reelstore.domain.analysis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What was found in the media of a job, for people: how much of each kind, and the first of them. */
final class FoundText {

    private static final int SHOWN = 5;

    private final List<String> counts = new ArrayList<>();
    private final TextTable table = TextTable.of("FOUND", ">FROM", ">TO", ">SCORE", "WHAT");
    private boolean more;

    private FoundText() {}

    /**
     * The lines to print, an empty one first; none where nothing was found.
     *
     * @param room the columns that a line of a table may take, 0 for any number
     */
    static List<String> lines(Found found, int room) {
        FoundText text = new FoundText();
        text.add("silence", found.silences(), silence -> {
            Double threshold = silence.thresholdDb();
            return threshold == null ? "" : String.format(Locale.ROOT, "below %.0f dB", threshold);
        });
        text.add("transcript segment", found.transcript(), segment -> segment.text());
        text.add("content segment", found.segments(), segment -> segment.topic());
        text.add("highlight", found.highlights(), highlight -> {
            String title = highlight.title() == null ? "" : highlight.title();
            return highlight.reason() == null ? title : title + (title.isEmpty() ? "" : ": ") + highlight.reason();
        });
        text.add("clip", found.clips(), clip -> clip.title());
        if (found.layout() != null) {
            text.counts.add("layout " + Words.oneLine(found.layout().type()));
        }
        return text.lines(room);
    }

    private <F extends Finding> void add(String kind, List<F> findings, Function<F, String> what) {
        if (findings.isEmpty()) {
            return;
        }
        counts.add(Words.count(findings.size(), kind));
        more |= findings.size() > SHOWN;
        findings.stream()
                .limit(SHOWN)
                .forEach(finding -> table.row(
                        kind,
                        Words.duration(finding.range().start()),
                        Words.duration(finding.range().end()),
                        finding instanceof Finding.Scored scored
                                ? String.format(Locale.ROOT, "%.2f", scored.score())
                                : "",
                        what.apply(finding).replace('\n', ' ')));
    }

    private List<String> lines(int room) {
        List<String> lines = new ArrayList<>();
        if (!counts.isEmpty()) {
            lines.add("");
            lines.addAll(table.lines(room));
            lines.add("Found: " + String.join(", ", counts)
                    + (more ? "; of each kind the first " + SHOWN + " are shown, and all with --json." : "."));
        }
        return lines;
    }
}
