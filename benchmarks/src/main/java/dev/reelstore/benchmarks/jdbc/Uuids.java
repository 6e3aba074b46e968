package dev.reelstore.benchmarks.jdbc;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.postgresql.core.Oid;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/** Some UUIDs as an array in the binary form, which the driver does not know. */
final class Uuids extends PGobject implements PGBinaryObject {

    private static final long serialVersionUID = 1L;

    private final transient List<UUID> all;

    Uuids(List<UUID> all) {
        this.all = all;
        setType("_uuid");
    }

    @Override
    public int lengthInBytes() {
        return 20 + all.size() * 20;
    }

    @Override
    public void toBytes(byte[] bytes, int offset) {
        ByteBuffer array = ByteBuffer.wrap(bytes, offset, lengthInBytes());
        for (int head : new int[] {1, 0, Oid.UUID, all.size(), 1}) {
            array.putInt(head);
        }
        for (UUID one : all) {
            array.putInt(16).putLong(one.getMostSignificantBits()).putLong(one.getLeastSignificantBits());
        }
    }

    @Override
    public String getValue() {
        throw new IllegalStateException("this connection may not send arrays of UUIDs in binary");
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("never read");
    }
}
