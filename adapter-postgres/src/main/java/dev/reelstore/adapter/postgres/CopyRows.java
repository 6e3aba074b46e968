package dev.reelstore.adapter.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Rows of one COPY in PostgreSQL's text format, sent a block at a time. Used by one thread. */
final class CopyRows implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(BLOCK + (BLOCK >> 2));
    private boolean rowBegun;

    CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    void add(@Nullable Object value) {
        if (rowBegun) {
            text.append('\t');
        }
        rowBegun = true;
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString());
        }
    }

    void endRow() throws SQLException {
        text.append('\n');
        rowBegun = false;
        if (text.length() >= BLOCK) {
            send();
        }
    }

    /** Sends what is left, and waits until the server has taken all. */
    void end() throws SQLException {
        send();
        copy.endCopy();
    }

    /** Gives up what was not ended. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private void escape(String value) {
        int plainFrom = 0;
        for (int i = 0; i < value.length(); i++) {
            char escaped = escape(value.charAt(i));
            if (escaped != 0) {
                text.append(value, plainFrom, i).append('\\').append(escaped);
                plainFrom = i + 1;
            }
        }
        text.append(value, plainFrom, value.length());
    }

    /** What stands behind a backslash in place of this character, or 0 where it stands for itself. */
    private static char escape(char plain) {
        return switch (plain) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}
