package dev.reelstore.adapter.postgres.tables;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.value.Check;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Names of tables and columns, quoted, so that whatever they hold is a name and nothing else. Stateless. */
final class Identifier {

    /** The schema that has ports. */
    static final String OWN_SCHEMA = "reelstore";

    /** What of it may be read: its views. */
    static final Set<String> VIEWS = Set.of("jobs", "videos");

    /** The server cuts longer names off, and then they are others. */
    private static final int MOST_BYTES = 63;

    private Identifier() {}

    /** A column. */
    static String column(String name) {
        return quoted("column", name);
    }

    /** A table, or a schema and a table with a dot between them, to be read. */
    static String read(String table) {
        return table(table, true);
    }

    /** A table, or a schema and a table with a dot between them, to be changed. */
    static String written(String table) {
        return table(table, false);
    }

    private static String table(String table, boolean read) {
        String[] parts = Check.present("table", table).split("\\.", -1);
        if (parts.length == 1) {
            return quoted("table", table);
        }
        if (parts.length > 2) {
            throw new InvalidDataException(
                    "table is " + table + ": it must be a table, or a schema and a table with a dot between them",
                    null);
        }
        String schema = parts[0].replace("\"", "").strip().toLowerCase(Locale.ROOT);
        if (schema.equals(OWN_SCHEMA) && !(read && VIEWS.contains(parts[1]))) {
            throw ownSchema("table is " + table);
        }
        return quoted("schema", parts[0]) + "." + quoted("table", parts[1]);
    }

    static InvalidDataException ownSchema(String where) {
        return new InvalidDataException(
                where + ": the schema " + OWN_SCHEMA
                        + " has ports, use those; of it only the views jobs and videos may be" + " read",
                null);
    }

    private static String quoted(String field, String name) {
        Check.text(field, name, MOST_BYTES);
        if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new InvalidDataException(
                    field + " is " + name + ": at most " + MOST_BYTES + " bytes are allowed", null);
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
