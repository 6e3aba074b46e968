package dev.reelstore.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A claim: the job, its fence and its token. */
record Held(UUID id, long fence, UUID token, String kind, int attempts, String payload) {

    static List<Held> claim(PreparedStatement claim, UUID worker, int limit) throws SQLException {
        claim.setObject(1, worker);
        claim.setInt(2, limit);
        List<Held> held = new ArrayList<>(limit);
        try (ResultSet rows = claim.executeQuery()) {
            while (rows.next()) {
                held.add(new Held(
                        rows.getObject(1, UUID.class),
                        rows.getLong(2),
                        rows.getObject(3, UUID.class),
                        rows.getString(4),
                        rows.getInt(5),
                        rows.getString(6)));
            }
        }
        return held;
    }

    static int complete(Connection connection, PreparedStatement complete, List<Held> all) throws SQLException {
        complete.setObject(1, new Uuids(all.stream().map(Held::id).toList()));
        complete.setArray(
                2,
                connection.createArrayOf("int8", all.stream().map(Held::fence).toArray(Long[]::new)));
        complete.setObject(3, new Uuids(all.stream().map(Held::token).toList()));
        return complete.executeUpdate();
    }

    int complete(PreparedStatement one) throws SQLException {
        one.setObject(1, id);
        one.setLong(2, fence);
        one.setObject(3, token);
        return one.executeUpdate();
    }
}
