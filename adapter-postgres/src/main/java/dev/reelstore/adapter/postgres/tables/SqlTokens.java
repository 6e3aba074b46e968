package dev.reelstore.adapter.postgres.tables;

import dev.reelstore.domain.failure.InvalidDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits SQL into names and signs as the server does; literals and comments are left out. For one text. */
final class SqlTokens {

    /**
     * A name or a sign.
     *
     * @param text a name as the server understands it, in small letters unless it was quoted; or one sign
     * @param word whether it is a name or a key word that was not quoted
     * @param name whether it is a name, quoted or not
     */
    record Token(String text, boolean word, boolean name) {

        boolean is(String sign) {
            return text.equals(sign) && (word || !name);
        }
    }

    private static final Pattern DOLLAR = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    static List<Token> of(String sql) {
        SqlTokens reader = new SqlTokens(sql);
        while (reader.at < sql.length()) {
            reader.next();
        }
        return reader.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            skipLine();
        } else if (sql.startsWith("/*", at)) {
            skipComment();
        } else if (c == '\'') {
            skipQuoted('\'', false);
        } else if (c == '"') {
            int from = at + 1;
            skipQuoted('"', false);
            int to = Math.max(from, at - 1);
            tokens.add(new Token(sql.substring(from, to).replace("\"\"", "\""), false, true));
        } else if (c == '$' && dollarQuoted()) {
            return;
        } else if (startsWord(c)) {
            word();
        } else {
            tokens.add(new Token(String.valueOf(c), false, false));
            at++;
        }
    }

    private void word() {
        int from = at;
        while (at < sql.length() && continuesWord(sql.charAt(at))) {
            at++;
        }
        String word = sql.substring(from, at).toLowerCase(Locale.ROOT);
        if (word.equals("e") && at < sql.length() && sql.charAt(at) == '\'') {
            skipQuoted('\'', true);
        } else if (word.equals("u") && sql.startsWith("&\"", at)) {
            throw new InvalidDataException("SQL has a name in U&\"...\" at index " + from + ": write it out", null);
        } else {
            tokens.add(new Token(word, true, true));
        }
    }

    private static boolean startsWord(char c) {
        return Character.isLetter(c) || c == '_' || c >= 0x80;
    }

    private static boolean continuesWord(char c) {
        return startsWord(c) || Character.isDigit(c) || c == '$';
    }

    private boolean dollarQuoted() {
        Matcher opening = DOLLAR.matcher(sql).region(at, sql.length());
        if (!opening.lookingAt()) {
            return false;
        }
        at = opening.end();
        skipTo(opening.group());
        return true;
    }

    /** The server ends a comment at a carriage return, too. */
    private void skipLine() {
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
    }

    private void skipTo(String end) {
        int found = sql.indexOf(end, at);
        at = found < 0 ? sql.length() : found + end.length();
    }

    private void skipComment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < sql.length());
    }

    /** A doubled quote goes on with the same text, as it then ends and begins at once. */
    private void skipQuoted(char quote, boolean escapes) {
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\\' && escapes) {
                at++;
            } else if (c == quote) {
                if (at < sql.length() && sql.charAt(at) == quote) {
                    at++;
                } else {
                    return;
                }
            }
        }
        at = sql.length();
    }
}
