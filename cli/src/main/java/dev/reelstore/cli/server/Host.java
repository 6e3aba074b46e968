package dev.reelstore.cli.server;

import com.sun.security.auth.module.UnixSystem;
import dev.reelstore.cli.server.Launcher.Means;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What this machine lets us do.
 *
 * @param self who runs this process
 * @param servants users without rights that the server may run as when root runs this process, the best first
 * @param means how root may become one of them, the best first
 * @param shelter where clusters live whose data directory only root can reach
 */
record Host(Account self, List<Account> servants, List<Means> means, Path shelter) {
    private static final Path SHELTER = Path.of("/var/lib/reelstore");
    private static final Path PASSWD = Path.of("/etc/passwd");

    Host {
        servants = List.copyOf(servants);
        means = List.copyOf(means);
    }

    static Host current() {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            throw new EmbeddedServerException(
                    "this command brings no PostgreSQL for Windows: give it a server of your own with --url");
        }
        UnixSystem system = new UnixSystem();
        Account self = new Account(system.getUsername(), system.getUid(), system.getGid());
        return new Host(self, withoutRights(), List.of(Means.values()), SHELTER);
    }

    /** PostgreSQL's own user where there is one, else the user that owns nothing. */
    private static List<Account> withoutRights() {
        try (Stream<String> lines = Files.lines(PASSWD)) {
            List<String[]> users = lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length >= 4)
                    .toList();
            return Stream.of("postgres", "nobody")
                    .flatMap(name -> users.stream().filter(fields -> fields[0].equals(name)))
                    .map(fields -> new Account(fields[0], Long.parseLong(fields[2]), Long.parseLong(fields[3])))
                    .filter(account -> !account.isRoot())
                    .toList();
        } catch (IOException | NumberFormatException e) {
            return List.of();
        }
    }

    /** All ways for root to run programs as that user; those whose program is missing are left out. */
    Stream<Launcher> launchersAs(Account account) {
        return means.stream().filter(way -> way != Means.UNSHARE).flatMap(way -> Launcher.of(way, account).stream());
    }

    /** The way for root that leaves the files root's, if this machine has it. */
    Stream<Launcher> launchersAsOurselves() {
        return means.stream().filter(way -> way == Means.UNSHARE).flatMap(way -> Launcher.of(way, self).stream());
    }
}
