package dev.reelstore.domain.value;

import java.util.HashSet;
import java.util.Set;

/** One pass over one document that answers only whether it keeps the rules of {@link JsonDocument}. */
final class JsonCheck {

    private final JsonCursor cursor;

    /** @param field what the text is, as a refusal is to name it */
    JsonCheck(String field, String text) {
        this.cursor = new JsonCursor(field, text);
    }

    void run() {
        cursor.demandStorable();
        value(0);
        cursor.skipSpace();
        if (!cursor.ended()) {
            throw cursor.refusal("one value, then nothing");
        }
    }

    private void value(int depth) {
        cursor.skipSpace();
        char first = cursor.peek();
        if (first == '{') {
            object(depth + 1);
        } else if (first == '[') {
            array(depth + 1);
        } else if (first == '"') {
            JsonString.read(cursor);
        } else if (JsonNumber.begins(first)) {
            JsonNumber.read(cursor);
        } else if (!cursor.passed("true") && !cursor.passed("false") && !cursor.passed("null")) {
            throw cursor.refusal("a value");
        }
    }

    private void object(int depth) {
        open(depth);
        if (closed('}')) {
            return;
        }
        Set<String> keys = new HashSet<>();
        do {
            cursor.skipSpace();
            int start = cursor.at();
            if (!keys.add(JsonString.read(cursor))) {
                throw cursor.refusal(start, "a key that is not there already");
            }
            cursor.skipSpace();
            cursor.demand(':');
            value(depth);
        } while (more('}'));
    }

    private void array(int depth) {
        open(depth);
        if (closed(']')) {
            return;
        }
        do {
            value(depth);
        } while (more(']'));
    }

    private void open(int depth) {
        if (depth > JsonDocument.MAX_DEPTH) {
            throw cursor.refusal("at most " + JsonDocument.MAX_DEPTH + " levels");
        }
        cursor.take();
    }

    private boolean closed(char end) {
        cursor.skipSpace();
        return cursor.passed(end);
    }

    private boolean more(char end) {
        if (closed(end)) {
            return false;
        }
        cursor.demand(',');
        return true;
    }
}
