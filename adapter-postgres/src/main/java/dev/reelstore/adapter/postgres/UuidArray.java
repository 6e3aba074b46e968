package dev.reelstore.adapter.postgres;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Oid;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * An array of UUIDs as a parameter, of which the driver itself makes a text, which the server has to parse. Where a
 * connection may send such arrays in binary, as {@link PlainDataSource}'s may, this goes as the server's {@code array_send}
 * would give it; else as text.
 */
final class UuidArray extends PGobject implements PGBinaryObject {

    private static final long serialVersionUID = 1L;

    private static final int HEAD = 3 * Integer.BYTES;
    private static final int BOUNDS = 2 * Integer.BYTES;
    private static final int ELEMENT = Integer.BYTES + 2 * Long.BYTES;

    private final @Nullable UUID[] elements;

    UuidArray(@Nullable UUID[] elements) {
        this.elements = elements;
        setType("_uuid");
    }

    @Override
    public int lengthInBytes() {
        int nulls = (int) Arrays.stream(elements).filter(Objects::isNull).count();
        return elements.length == 0 ? HEAD : HEAD + BOUNDS + elements.length * ELEMENT - nulls * 2 * Long.BYTES;
    }

    @Override
    public void toBytes(byte[] bytes, int offset) {
        ByteBuffer into = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
        boolean nulls = Arrays.stream(elements).anyMatch(Objects::isNull);
        into.putInt(elements.length == 0 ? 0 : 1).putInt(nulls ? 1 : 0).putInt(Oid.UUID);
        if (elements.length == 0) {
            return;
        }
        into.putInt(elements.length).putInt(1);
        for (UUID element : elements) {
            if (element == null) {
                into.putInt(-1);
            } else {
                into.putInt(2 * Long.BYTES)
                        .putLong(element.getMostSignificantBits())
                        .putLong(element.getLeastSignificantBits());
            }
        }
    }

    @Override
    public String getValue() {
        return Arrays.stream(elements).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("arrays of UUIDs are sent in this form, not read");
    }
}
