package dev.reelstore.benchmarks;

import java.sql.SQLException;

/** The user's own table in which a handler leaves a row, the same for whoever writes it. */
public final class Effects {

    /** A row of the job with this id. */
    public static final String INSERT = "INSERT INTO effect (job, stage) VALUES (?, 'encode')";

    private Effects() {}

    /** Makes it anew. */
    public static void make(BenchServer.Database database) throws SQLException {
        database.execute(
                "DROP TABLE IF EXISTS effect",
                "CREATE TABLE effect"
                        + " (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, job uuid NOT NULL, stage text NOT NULL)");
    }
}
