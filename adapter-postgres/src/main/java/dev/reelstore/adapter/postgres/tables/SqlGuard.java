package dev.reelstore.adapter.postgres.tables;

import dev.reelstore.adapter.postgres.tables.SqlTokens.Token;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses SQL that would end, bend or outlive the transaction, or that goes past the ports. It keeps accidents away; what a
 * hostile role may do is for the rights of that role to say. Stateless.
 */
final class SqlGuard {

    /** Statements about the transaction or the session, and ones whose body is a literal that is not looked into. */
    private static final Set<String> REFUSED = Set.of(
            "begin",
            "start",
            "commit",
            "end",
            "rollback",
            "abort",
            "savepoint",
            "release",
            "prepare",
            "deallocate",
            "discard",
            "reset",
            "listen",
            "unlisten",
            "do");

    /** Functions whose effect the end of the transaction does not undo. */
    private static final Map<String, String> LASTING = Map.of(
            "set_config", "SET LOCAL",
            "pg_advisory_lock", "pg_advisory_xact_lock",
            "pg_advisory_lock_shared", "pg_advisory_xact_lock_shared",
            "pg_try_advisory_lock", "pg_try_advisory_xact_lock",
            "pg_try_advisory_lock_shared", "pg_try_advisory_xact_lock_shared");

    private static final Set<String> TEMPORARY = Set.of("temp", "temporary");
    private static final Set<String> BEFORE_ITS_KIND =
            Set.of("create", "or", "replace", "local", "global", "temp", "temporary");
    private static final Set<String> NOT_TO_BE_SET = Set.of("search_path", "schema", "role", "session", "transaction");
    private static final Set<String> READING = Set.of(
            "select", "with", "insert", "update", "delete", "merge", "values", "table", "explain", "create", "declare",
            "refresh");
    private static final Set<String> CHANGING = Set.of("into", "update", "only", "view", "table");

    private SqlGuard() {}

    /** The text itself, which may be several statements. */
    static String check(String sql) {
        return check(sql, false);
    }

    /** The text itself, which may be one statement only. */
    static String checkOne(String sql) {
        return check(sql, true);
    }

    private static String check(String sql, boolean one) {
        Check.text("SQL", sql, Integer.MAX_VALUE);
        List<Token> tokens = SqlTokens.of(sql);
        int begin = 0;
        while (begin < tokens.size()) {
            int end = endOfStatement(tokens, begin);
            checkStatement(tokens.subList(begin, end));
            begin = end + 1;
            if (one && begin < tokens.size()) {
                throw new InvalidDataException("SQL is more than one statement: execute them one by one", null);
            }
        }
        return sql;
    }

    private static int endOfStatement(List<Token> tokens, int begin) {
        int end = begin;
        while (end < tokens.size() && !tokens.get(end).is(";")) {
            end++;
        }
        return end;
    }

    private static void checkStatement(List<Token> tokens) {
        String first =
                tokens.stream().filter(Token::word).map(Token::text).findFirst().orElse("");
        if (REFUSED.contains(first) || (first.equals("set") && !harmless(tokens))) {
            throw new InvalidDataException(
                    "SQL begins with " + first.toUpperCase(Locale.ROOT)
                            + ": the unit of work sees to the transaction and the session; use its savepoints and options,"
                            + " or SET LOCAL",
                    null);
        }
        refuseLasting(first, tokens);
        for (int place = 0; place < tokens.size(); place++) {
            Token token = tokens.get(place);
            refuseLasting(token);
            if (token.name() && token.text().equals(Identifier.OWN_SCHEMA) && !mayBeNamed(first, tokens, place)) {
                throw Identifier.ownSchema("SQL names " + Identifier.OWN_SCHEMA);
            }
        }
        if (first.equals("create") && tokens.stream().anyMatch(SqlGuard::isRoutine)) {
            tokens.stream().filter(Token::literal).forEach(body -> checkBody(body.text()));
        }
    }

    private static void refuseLasting(Token token) {
        String instead = token.name() ? LASTING.get(token.text()) : null;
        if (instead != null) {
            throw new InvalidDataException(
                    "SQL calls " + token.text() + ", which outlives the transaction on its connection: use " + instead,
                    null);
        }
    }

    /** The connection goes back to the pool: whoever gets it next would find what was left on it. */
    private static void refuseLasting(String first, List<Token> tokens) {
        if (first.equals("declare") && follow(tokens, "with", "hold")) {
            throw new InvalidDataException(
                    "SQL declares a cursor WITH HOLD, which outlives the transaction on its connection: leave HOLD out",
                    null);
        }
        boolean temporary = tokens.stream()
                        .takeWhile(token -> BEFORE_ITS_KIND.contains(token.text()))
                        .anyMatch(token -> TEMPORARY.contains(token.text()))
                || TEMPORARY.stream().anyMatch(word -> follow(tokens, "into", word));
        if (temporary && !follow(tokens, "on", "commit", "drop")) {
            throw new InvalidDataException(
                    "SQL creates something temporary, which outlives the transaction on its connection: create a table"
                            + " with ON COMMIT DROP",
                    null);
        }
    }

    private static boolean follow(List<Token> tokens, String... words) {
        List<String> texts =
                tokens.stream().map(token -> token.word() ? token.text() : "").toList();
        return Collections.indexOfSubList(texts, List.of(words)) >= 0;
    }

    private static boolean isRoutine(Token token) {
        return token.is("function") || token.is("procedure");
    }

    /** What a function does when it is called, by then under an innocent name; statements that it puts together, too. */
    private static void checkBody(String body) {
        List<Token> tokens = SqlTokens.of(body);
        for (int place = 0; place < tokens.size(); place++) {
            Token token = tokens.get(place);
            refuseLasting(token);
            if (token.name()
                    && token.text().equals(Identifier.OWN_SCHEMA)
                    && signAt(tokens, place + 1, ".")
                    && !mayBeNamed("select", tokens, place)) {
                throw Identifier.ownSchema("a function names " + Identifier.OWN_SCHEMA);
            }
            if (token.literal()) {
                checkBody(token.text());
            }
        }
    }

    private static boolean harmless(List<Token> set) {
        return set.size() > 2
                && set.get(1).is("local")
                && !NOT_TO_BE_SET.contains(set.get(2).text());
    }

    /** As the schema of a view that is read, or as the name of something in another schema. */
    private static boolean mayBeNamed(String first, List<Token> tokens, int place) {
        boolean qualifies = signAt(tokens, place + 1, ".");
        if (!qualifies) {
            return signAt(tokens, place - 1, ".");
        }
        boolean view = place + 2 < tokens.size()
                && tokens.get(place + 2).name()
                && Identifier.VIEWS.contains(tokens.get(place + 2).text());
        return view && READING.contains(first) && !changed(tokens, place);
    }

    private static boolean changed(List<Token> tokens, int place) {
        if (place == 0) {
            return false;
        }
        Token before = tokens.get(place - 1);
        return signAt(tokens, place - 1, ".")
                || (before.word() && CHANGING.contains(before.text()))
                || (before.is("from") && signAt(tokens, place - 2, "delete"));
    }

    private static boolean signAt(List<Token> tokens, int place, String sign) {
        return place >= 0 && place < tokens.size() && tokens.get(place).is(sign);
    }
}
