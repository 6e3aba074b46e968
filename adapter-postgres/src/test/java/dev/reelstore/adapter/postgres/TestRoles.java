package dev.reelstore.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Logins of a test database that are not its owner; their names are those of no other database. */
final class TestRoles {

    static final String APP = "reelstore_app";
    static final String READER = "reelstore_reader";

    /** The same for all in this process: a pool that is open goes on connecting while another test logs in anew. */
    private static final Secret PASSWORD = Secret.of(UUID.randomUUID().toString());

    private TestRoles() {}

    /** Applies the file that a DBA applies. */
    static void apply(PostgresSettings dba) {
        try (InputStream file = Schema.class.getResourceAsStream("roles.sql")) {
            execute(dba, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Who has what this role has and nothing else. */
    static PostgresSettings login(PostgresSettings dba, String role) {
        PostgresSettings login = user(dba, role);
        execute(dba, "GRANT " + role + " TO " + login.user());
        return login.schema(SchemaMode.VALIDATE);
    }

    /** Who may make the schema of this database, and no role. */
    static PostgresSettings owner(PostgresSettings dba) {
        PostgresSettings login = user(dba, "reelstore_owner");
        execute(dba, "GRANT CREATE ON DATABASE " + database(dba) + " TO " + login.user());
        return login;
    }

    private static PostgresSettings user(PostgresSettings dba, String role) {
        String name = database(dba) + role.substring("reelstore".length());
        execute(
                dba,
                "DO $$ BEGIN IF to_regrole('" + name + "') IS NULL THEN CREATE ROLE " + name + "; END IF; END $$;"
                        + " ALTER ROLE " + name + " LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB PASSWORD '"
                        + PASSWORD.reveal() + "'");
        return PostgresSettings.of(dba.url(), name, PASSWORD).pool(PoolSettings.fixed(1, 2));
    }

    static void execute(PostgresSettings who, String statements) {
        try (Connection connection = PlainDataSource.of(who).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException failed) {
            throw new AssertionError(statements, failed);
        }
    }

    private static String database(PostgresSettings settings) {
        return settings.url().replaceFirst("^.*/([^/?]+).*$", "$1");
    }
}
