package dev.reelstore.cli.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the server of a data directory: this process, others, or nobody.
 *
 * <p>Two lock files say it across processes: {@code users.lock} is held shared by every process that is attached, and
 * {@code start.lock} exclusively by the one that just starts, joins or stops the server. Both vanish with their
 * process. Within this process one instance per data directory counts the uses; its methods exclude each other.
 */
final class Membership {
    private static final Map<Path, Membership> ALL = new ConcurrentHashMap<>();
    private static final Duration TURN = Duration.ofSeconds(150);

    private final Path data;
    private int uses;
    private @Nullable LockFile users;

    private Membership(Path data) {
        this.data = data;
    }

    static Membership of(Path data) {
        return ALL.computeIfAbsent(data, Membership::new);
    }

    /** Makes sure that the server runs. */
    interface Start {
        /**
         * @param othersPresent whether another process, which lives, is attached too
         * @return the port
         */
        int ensureRunning(boolean othersPresent);
    }

    synchronized int join(Start start) {
        try (LockFile turn = awaitTurn()) {
            LockFile attached = users == null ? new LockFile(data.resolve("users.lock")) : users;
            users = attached;
            try {
                boolean alone = attached.tryLock(false);
                share(attached);
                int port = start.ensureRunning(!alone);
                uses++;
                return port;
            } finally {
                closeIfUnused();
            }
        }
    }

    /** Gives up one use; the last one of all processes stops the server first. */
    synchronized void leave(Runnable stop) {
        uses--;
        if (uses > 0 || users == null) {
            return;
        }
        try (LockFile turn = awaitTurn()) {
            if (users.tryLock(false)) {
                stop.run();
            }
        } finally {
            closeIfUnused();
        }
    }

    private void closeIfUnused() {
        if (uses == 0 && users != null) {
            users.close();
            users = null;
        }
    }

    private LockFile awaitTurn() {
        LockFile turn = new LockFile(data.resolve("start.lock"));
        try {
            Deadline deadline = Deadline.in(TURN);
            while (!turn.tryLock(false)) {
                if (!deadline.awaitNextTry()) {
                    throw new EmbeddedServerException("process " + turn.note() + " has been starting or stopping the"
                            + " server of " + data + " for " + TURN.toSeconds() + " s: end that process, then try"
                            + " again");
                }
            }
            turn.write(Long.toString(ProcessHandle.current().pid()));
            return turn;
        } catch (RuntimeException e) {
            turn.close();
            throw e;
        }
    }

    /** Cannot fail while it is our turn: the exclusive lock is taken only by who has the turn. */
    private void share(LockFile file) {
        if (!file.tryLock(true)) {
            throw new EmbeddedServerException("cannot share " + data.resolve("users.lock") + ": choose with --data a"
                    + " directory on a file system that has locks");
        }
    }
}
