package dev.reelstore.cli.server;

import dev.reelstore.cli.server.Launcher.Means;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A command for the tests: attaches to a data directory, says where, and closes when its input ends or holds a line.
 *
 * <p>Arguments: the data directory and, for root, the shelter and the means, separated by commas.
 */
final class AttachedProcess {
    private AttachedProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Host current = Host.current();
        Host host = arguments.length < 3
                ? current
                : new Host(current.self(), current.servants(), means(arguments[2]), Path.of(arguments[1]));
        try (EmbeddedServer server = EmbeddedServer.attach(data, System.err::println, host)) {
            System.out.println(server.jdbcUrl());
            System.in.read();
        }
        System.out.println("closed");
    }

    private static List<Means> means(String names) {
        return Arrays.stream(names.split(",")).map(Means::valueOf).toList();
    }
}
