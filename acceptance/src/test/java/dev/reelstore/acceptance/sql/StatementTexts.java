package dev.reelstore.acceptance.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What must not stand in any SQL, wherever it is kept. */
final class StatementTexts {

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->|/\\*.*?\\*/|(?m)^\\s*(--|//).*$");

    private static final Map<String, Pattern> EVERYWHERE = Map.of(
            "asks for all columns",
            Pattern.compile("(?i)\\b(select|returning)\\s+(distinct\\s+)?(\\w+\\.)?\\*|,\\s*\\w+\\.\\*\\s+from\\b"),
            "statements of MyBatis stand in XML",
            Pattern.compile("org\\.apache\\.ibatis\\.(annotations\\.(?!Param;)|jdbc\\.)"));

    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{");

    private StatementTexts() {}

    /** Each rule that is broken, with the file. */
    static List<String> violations(Source source) {
        String text = COMMENT.matcher(source.text()).replaceAll("");
        List<String> broken = new ArrayList<>();
        if (text.contains("<mapper ") && SUBSTITUTION.matcher(text).find()) {
            broken.add(source.name() + ": text is put into a statement");
        }
        EVERYWHERE.forEach((rule, pattern) -> {
            if (pattern.matcher(text).find()) {
                broken.add(source.name() + ": " + rule);
            }
        });
        return broken;
    }
}
