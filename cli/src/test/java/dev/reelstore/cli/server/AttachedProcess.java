package dev.reelstore.cli.server;

import dev.reelstore.cli.server.Launcher.Means;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A command for the tests, to be run in a process of its own: attaches, prints the address, and closes when its input
 * ends or it is asked to end.
 *
 * <p>Arguments: the data directory, the shelter, and the means of root, separated by commas.
 */
final class AttachedProcess {
    private AttachedProcess() {}

    public static void main(String[] arguments) throws Exception {
        Host current = Host.current();
        List<Means> means =
                Arrays.stream(arguments[2].split(",")).map(Means::valueOf).toList();
        Host host = new Host(current.self(), current.servants(), means, Path.of(arguments[1]));
        EmbeddedServer server = EmbeddedServer.attach(Path.of(arguments[0]), line -> {}, host);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println(server.jdbcUrl());
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        server.close();
        System.out.println("closed");
    }
}
