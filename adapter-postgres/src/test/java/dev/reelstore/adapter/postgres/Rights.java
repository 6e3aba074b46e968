package dev.reelstore.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a role may do in the schema and around it, by whatever grant it may do it: things by name, with their rights. */
final class Rights {

    private static final String TABLES = """
            SELECT c.relname, p.name
            FROM pg_class c
            CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS p (name)
            WHERE c.relnamespace = 'reelstore'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
              AND has_table_privilege(?, c.oid, p.name)
            """;
    private static final String FUNCTIONS = """
            SELECT f.proname || '()', 'EXECUTE'
            FROM pg_proc f
            WHERE f.pronamespace = 'reelstore'::regnamespace AND has_function_privilege(?, f.oid, 'EXECUTE')
            """;
    private static final String SCHEMAS = """
            SELECT 'schema ' || n.nspname, p.name
            FROM pg_namespace n
            CROSS JOIN unnest(ARRAY['CREATE', 'USAGE']) AS p (name)
            WHERE n.nspname IN ('public', 'reelstore') AND has_schema_privilege(?, n.oid, p.name)
            """;
    private static final String DATABASE = """
            SELECT 'database', 'CREATE' WHERE has_database_privilege(?, current_database(), 'CREATE')
            """;

    private Rights() {}

    static Map<String, Set<String>> of(Connection connection, String role) throws SQLException {
        Map<String, Set<String>> rights = new TreeMap<>();
        for (String question : new String[] {TABLES, FUNCTIONS, SCHEMAS, DATABASE}) {
            try (PreparedStatement statement = connection.prepareStatement(question)) {
                statement.setString(1, role);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rights.computeIfAbsent(rows.getString(1), thing -> new TreeSet<>())
                                .add(rows.getString(2));
                    }
                }
            }
        }
        return rights;
    }
}
