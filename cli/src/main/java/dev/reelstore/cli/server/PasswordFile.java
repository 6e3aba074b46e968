package dev.reelstore.cli.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The generated password of a data directory, in a file that only its owner may read. */
final class PasswordFile {
    private static final int BYTES = 24;

    private final Path path;
    private final Account owner;

    PasswordFile(Path data, Account owner) {
        this.path = data.resolve("password");
        this.owner = owner;
    }

    /** A new password for a new cluster; one that an earlier try left behind is replaced. */
    String create() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        FileTree.writePrivately(path, password + "\n", owner);
        return password;
    }

    String read() {
        if (!Files.exists(path)) {
            throw new EmbeddedServerException("the password file " + path + " is missing, but the database is there:"
                    + " restore the file, or choose another data directory with --data");
        }
        String password = FileTree.read(path).strip();
        if (password.isEmpty()) {
            throw new EmbeddedServerException("the password file " + path + " is empty: restore it, or choose another"
                    + " data directory with --data");
        }
        return password;
    }
}
