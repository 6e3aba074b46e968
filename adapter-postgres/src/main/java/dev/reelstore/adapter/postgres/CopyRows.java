package dev.reelstore.adapter.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows of one COPY in PostgreSQL's binary format, which spares the server to parse them, sent a block at a time. Each value
 * goes by the type of its column. Used by one thread.
 */
final class CopyRows implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int NO_FLAGS = 0;
    private static final int NO_EXTENSION = 0;
    private static final int NULL = -1;
    private static final short NO_MORE_ROWS = -1;

    /** From which the server counts its time. */
    private static final long EPOCH_SECOND =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private final CopyIn copy;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);

    CopyRows(CopyIn copy) {
        this.copy = copy;
        block.put(SIGNATURE).putInt(NO_FLAGS).putInt(NO_EXTENSION);
    }

    /** What is added from now on belongs to the next row. */
    void beginRow() throws SQLException {
        room(Short.BYTES).putShort((short) copy.getFieldCount());
    }

    void uuid(UUID value) throws SQLException {
        value(2 * Long.BYTES).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    void text(@Nullable String value) throws SQLException {
        if (value == null) {
            addNull();
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= BLOCK - Integer.BYTES) {
            value(bytes.length).put(bytes);
        } else {
            room(Integer.BYTES).putInt(bytes.length);
            send();
            copy.writeToCopy(bytes, 0, bytes.length);
        }
    }

    void smallint(int value) throws SQLException {
        value(Short.BYTES).putShort((short) value);
    }

    void integer(int value) throws SQLException {
        value(Integer.BYTES).putInt(value);
    }

    void bigint(@Nullable Long value) throws SQLException {
        if (value == null) {
            addNull();
        } else {
            value(Long.BYTES).putLong(value);
        }
    }

    void bool(boolean value) throws SQLException {
        value(Byte.BYTES).put((byte) (value ? 1 : 0));
    }

    void time(Instant value) throws SQLException {
        value(Long.BYTES).putLong((value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1_000);
    }

    /** Sends what is left, and waits until the server has taken all. */
    void end() throws SQLException {
        room(Short.BYTES).putShort(NO_MORE_ROWS);
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

    private void addNull() throws SQLException {
        room(Integer.BYTES).putInt(NULL);
    }

    /** Where a value of so many bytes goes. */
    private ByteBuffer value(int bytes) throws SQLException {
        return room(Integer.BYTES + bytes).putInt(bytes);
    }

    private ByteBuffer room(int bytes) throws SQLException {
        if (block.remaining() < bytes) {
            send();
        }
        return block;
    }

    private void send() throws SQLException {
        copy.writeToCopy(block.array(), 0, block.position());
        block.clear();
    }
}
