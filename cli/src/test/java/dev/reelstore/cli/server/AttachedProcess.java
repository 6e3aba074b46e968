package dev.reelstore.cli.server;

import dev.reelstore.cli.server.Launcher.Means;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A command for the tests, to be run in a process of its own: attaches, prints the address, and closes when its input
 * ends or it is asked to end, at whatever moment.
 *
 * <p>Arguments: the data directory, the shelter, and the means of root, separated by commas.
 */
final class AttachedProcess {
    private static final CountDownLatch END = new CountDownLatch(1);

    private AttachedProcess() {}

    public static void main(String[] arguments) throws Exception {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endAndAwait(main)));
        Thread input = new Thread(AttachedProcess::readToTheEnd);
        input.setDaemon(true);
        input.start();
        Host current = Host.current();
        List<Means> means =
                Arrays.stream(arguments[2].split(",")).map(Means::valueOf).toList();
        Host host = new Host(current.self(), current.servants(), means, Path.of(arguments[1]));
        try (EmbeddedServer server = EmbeddedServer.attach(Path.of(arguments[0]), line -> {}, host)) {
            System.out.println(server.jdbcUrl());
            END.await();
        }
    }

    private static void endAndAwait(Thread main) {
        END.countDown();
        try {
            main.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void readToTheEnd() {
        try {
            System.in.readAllBytes();
        } catch (IOException e) {
            e.printStackTrace();
        }
        END.countDown();
    }
}
