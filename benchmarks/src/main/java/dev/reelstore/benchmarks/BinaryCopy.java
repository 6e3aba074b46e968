package dev.reelstore.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY in its binary format. No value may have more than some thousand bytes. */
public final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LARGEST_VALUE = 4_000;

    private final CopyIn copy;
    private final ByteBuffer rows = ByteBuffer.allocate(1 << 16);

    /** Begins it. */
    public BinaryCopy(Connection connection, String statement) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        int noFlags = 0;
        int noExtension = 0;
        rows.put(SIGNATURE).putInt(noFlags).putInt(noExtension);
    }

    /** The text as {@link #text} takes it. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Begins a row of so many columns. */
    public BinaryCopy row(int columns) throws SQLException {
        room();
        rows.putShort((short) columns);
        return this;
    }

    /** A column. */
    public BinaryCopy uuid(UUID value) throws SQLException {
        room();
        rows.putInt(Long.BYTES * 2).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        return this;
    }

    /** A column of text or JSON. */
    public BinaryCopy text(byte[] value) throws SQLException {
        room();
        rows.putInt(value.length).put(value);
        return this;
    }

    /** A column. */
    public BinaryCopy smallint(int value) throws SQLException {
        room();
        rows.putInt(Short.BYTES).putShort((short) value);
        return this;
    }

    /** A column. */
    public BinaryCopy integer(int value) throws SQLException {
        room();
        rows.putInt(Integer.BYTES).putInt(value);
        return this;
    }

    /** A column. */
    public BinaryCopy yes() throws SQLException {
        room();
        rows.putInt(1).put((byte) 1);
        return this;
    }

    /** A column. */
    public BinaryCopy time(Instant value) throws SQLException {
        room();
        rows.putInt(Long.BYTES).putLong(EPOCH.until(value, ChronoUnit.MICROS));
        return this;
    }

    /** All rows have been given. */
    public void end() throws SQLException {
        room();
        rows.putShort((short) -1);
        send();
        copy.endCopy();
    }

    private void room() throws SQLException {
        if (rows.remaining() < LARGEST_VALUE) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(rows.array(), 0, rows.position());
        rows.clear();
    }
}
