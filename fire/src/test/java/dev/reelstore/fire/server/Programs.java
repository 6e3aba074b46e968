package dev.reelstore.fire.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The programs of the embedded server, {@code initdb}, {@code pg_ctl} and {@code postgres}, and how others are run beside them. */
public final class Programs {

    /** Its value stays when these classes are loaded anew. */
    private static final String FOLDER = "reelstore.fire.programs";

    private Programs() {}

    /** The command that runs one of them. */
    static List<String> command(String program, List<String> arguments) throws IOException {
        return command(folder().resolve(program), arguments);
    }

    /** The command of a program that does not run as root: in a user namespace without a mapping root is nobody. */
    public static List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    private static synchronized Path folder() throws IOException {
        String known = System.getProperty(FOLDER);
        if (known == null || !Files.isExecutable(Path.of(known, "postgres"))) {
            known = unpack();
            System.setProperty(FOLDER, known);
        }
        return Path.of(known);
    }

    /** Whoever starts one has unpacked them, and it knows where. */
    private static String unpack() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IOException("the embedded server does not say where its programs are", failed);
        }
    }
}
