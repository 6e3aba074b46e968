package dev.reelstore.cli.server;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** The server of one cluster, whoever started it: finds it, starts it, stops it. */
final class ClusterServer {
    private static final Duration ANSWER = Duration.ofSeconds(90);
    private static final Duration LEFTOVERS = Duration.ofSeconds(10);
    private static final Duration END = Duration.ofSeconds(5);

    private final Home home;
    private final Binaries binaries;
    private final Postmaster postmaster;
    private final Handshake handshake;
    private final Consumer<String> progress;

    ClusterServer(Home home, Binaries binaries, String password, Consumer<String> progress) {
        this.home = home;
        this.binaries = binaries;
        this.postmaster = new Postmaster(home, binaries);
        this.handshake = new Handshake(home.cluster(), password);
        this.progress = progress;
    }

    /** Joins the server if it runs, else starts it; the port. */
    int ensureRunning(boolean othersPresent) {
        Deadline deadline = Deadline.in(LEFTOVERS);
        while (true) {
            OptionalInt running = join();
            if (running.isPresent()) {
                return running.getAsInt();
            }
            Optional<EmbeddedServerException> failure = startUnlessHalfThere(othersPresent);
            if (failure.isEmpty()) {
                return joinOrStop();
            }
            if (!deadline.awaitNextTry()) {
                throw failure.get();
            }
        }
    }

    private Optional<EmbeddedServerException> startUnlessHalfThere(boolean othersPresent) {
        Optional<PidFile> file = PidFile.read(home.cluster());
        if (file.isPresent() && file.get().pid() == 0) {
            return Optional.of(new EmbeddedServerException(PidFile.path(home.cluster())
                    + " is empty: if no PostgreSQL works on that directory, delete the file"));
        }
        Place.of(home).check(othersPresent && file.isPresent());
        // PostgreSQL believes any process that has the number, so what is certainly wrong has to go. Should anything of
        // the old server live on, PostgreSQL notices by its shared memory.
        if (file.isPresent() && ServerProcess.of(file.get().pid(), home.cluster()) == ServerProcess.GONE) {
            PidFile.delete(home.cluster());
        }
        return start(file.map(PidFile::port).orElse(0));
    }

    private Optional<EmbeddedServerException> start(int preferredPort) {
        progress.accept("Starting PostgreSQL");
        binaries.deleteOthers();
        FileTree.giveAllTo(home.launcher().owner(), home.cluster());
        Place.of(home).mark();
        return postmaster.start(preferredPort);
    }

    private int joinOrStop() {
        try {
            return join().orElseThrow(() -> new EmbeddedServerException("the PostgreSQL server of " + home.cluster()
                    + " ended as soon as it had started; its log is " + home.log()));
        } catch (RuntimeException e) {
            try {
                stop();
            } catch (EmbeddedServerException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** The port of the server once it answers; nothing if there is none, or if it ends in the meantime. */
    private OptionalInt join() {
        Deadline deadline = Deadline.in(ANSWER);
        while (true) {
            Optional<PidFile> file = PidFile.read(home.cluster());
            if (file.isEmpty() || !runs(file.get())) {
                return OptionalInt.empty();
            }
            int port = file.get().port();
            Handshake.Answer answer = port == 0 ? Handshake.Answer.NOT_YET : handshake.ask(port);
            if (answer == Handshake.Answer.OURS) {
                return OptionalInt.of(port);
            }
            if (answer == Handshake.Answer.OTHER_SERVER) {
                throw new EmbeddedServerException("the server on port " + port + " is not the one of " + home.cluster()
                        + ", though " + PidFile.path(home.cluster())
                        + " says so: it was left alone. Stop the PostgreSQL"
                        + " process that works on " + home.cluster() + ", then try again");
            }
            if (!deadline.awaitNextTry()) {
                throw new EmbeddedServerException("the PostgreSQL server of " + home.cluster() + " runs, but did not"
                        + " answer on port " + port + " for " + ANSWER.toSeconds() + " s; its log is " + home.log());
            }
        }
    }

    /** Stops the server if it runs. */
    void stop() {
        Optional<PidFile> file = PidFile.read(home.cluster());
        if (file.isEmpty() || !runs(file.get())) {
            return;
        }
        postmaster.stop();
        Deadline deadline = Deadline.in(END);
        while (runs(file.get())) {
            if (!deadline.awaitNextTry()) {
                throw new EmbeddedServerException("process " + file.get().pid() + ", the PostgreSQL server of "
                        + home.cluster() + ", was stopped but does not end; its log is " + home.log());
            }
        }
    }

    private boolean runs(PidFile file) {
        return ServerProcess.of(file.pid(), home.cluster()) == ServerProcess.OURS;
    }
}
