package dev.reelstore.adapter.postgres.tables;

import dev.reelstore.domain.failure.InvalidDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits SQL into names, signs and literals as the server does; comments are left out. For one text. */
final class SqlTokens {

    /** What may stand in SQL. */
    private enum Kind {
        WORD,
        QUOTED_NAME,
        LITERAL,
        SIGN
    }

    /**
     * A name, a literal or a sign.
     *
     * @param text a name as the server understands it, in small letters unless it was quoted; what a literal holds; or one
     *     sign
     * @param kind which of these
     */
    record Token(String text, Kind kind) {

        boolean is(String sign) {
            return text.equals(sign) && (word() || kind == Kind.SIGN);
        }

        /** Whether it is a name or a key word that was not quoted. */
        boolean word() {
            return kind == Kind.WORD;
        }

        /** Whether it is a name, quoted or not. */
        boolean name() {
            return word() || kind == Kind.QUOTED_NAME;
        }

        boolean literal() {
            return kind == Kind.LITERAL;
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
            add(Kind.LITERAL, quoted('\'', false));
        } else if (c == '"') {
            add(Kind.QUOTED_NAME, quoted('"', false));
        } else if (c == '$' && dollarQuoted()) {
            return;
        } else if (startsWord(c)) {
            word();
        } else {
            add(Kind.SIGN, String.valueOf(c));
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
            add(Kind.LITERAL, quoted('\'', true));
        } else if (word.equals("u") && sql.startsWith("&\"", at)) {
            throw new InvalidDataException("SQL has a name in U&\"...\" at index " + from + ": write it out", null);
        } else {
            add(Kind.WORD, word);
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
        int end = sql.indexOf(opening.group(), opening.end());
        add(Kind.LITERAL, sql.substring(opening.end(), end < 0 ? sql.length() : end));
        at = end < 0 ? sql.length() : end + opening.group().length();
        return true;
    }

    /** The server ends a comment at a carriage return, too. */
    private void skipLine() {
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
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

    /** What stands between quotes. A doubled quote goes on with the same text, as it then ends and begins at once. */
    private String quoted(char quote, boolean escapes) {
        int from = ++at;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\\' && escapes) {
                at++;
            } else if (c == quote) {
                if (at < sql.length() && sql.charAt(at) == quote) {
                    at++;
                } else {
                    return between(quote, from, at - 1);
                }
            }
        }
        at = sql.length();
        return between(quote, from, at);
    }

    private String between(char quote, int from, int to) {
        String once = String.valueOf(quote);
        return sql.substring(from, to).replace(once + once, once);
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(text, kind));
    }
}
