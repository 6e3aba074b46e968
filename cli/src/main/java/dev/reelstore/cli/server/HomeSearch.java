package dev.reelstore.cli.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds where the server of a data directory lives and how to run it there. Nothing is remembered beyond the files
 * themselves: the owner of an existing cluster decides as whom the server runs.
 */
final class HomeSearch {
    private final Path data;
    private final Host host;
    private final List<String> refusals = new ArrayList<>();

    HomeSearch(Path data, Host host) {
        this.data = data;
        this.host = host;
    }

    private Path pointer() {
        return data.resolve("cluster-location");
    }

    Home find() {
        Path directory = Files.exists(pointer()) ? sheltered() : data;
        Path cluster = directory.resolve("cluster");
        if (Files.isDirectory(cluster)) {
            return new Home(directory, launcherFor(directory, cluster));
        }
        return host.self().isRoot() ? fresh() : new Home(data, Launcher.direct(host.self()));
    }

    /** Makes sure that the next search finds the home of a new cluster. */
    void remember(Home home) {
        if (!home.directory().equals(data) && !Files.exists(pointer())) {
            FileTree.attempt("write", pointer(), () -> Files.writeString(pointer(), home.directory() + "\n"));
        }
    }

    private Path sheltered() {
        Path recorded = Path.of(FileTree.read(pointer()).strip());
        Path expected = shelter();
        if (!recorded.equals(expected)) {
            throw new EmbeddedServerException(data + " was moved or copied, its database is still in " + recorded
                    + ": move it with `mv " + recorded + " " + expected + "` and write that path into " + pointer());
        }
        if (!Files.isDirectory(recorded.resolve("cluster"))) {
            throw new EmbeddedServerException("the database of " + data + " was in " + recorded + " and is gone:"
                    + " restore that directory, or delete " + data + " to begin with an empty store");
        }
        return recorded;
    }

    private Launcher launcherFor(Path directory, Path cluster) {
        Account owner = FileTree.owner(cluster);
        Account self = host.self();
        if (!self.isRoot()) {
            if (owner.uid() != self.uid()) {
                throw new EmbeddedServerException("the database in " + cluster + " belongs to the user " + owner.name()
                        + ", and this is " + self.name() + ": run as that user or as root, or choose another data"
                        + " directory with --data");
            }
            return Launcher.direct(self);
        }
        Stream<Launcher> ways =
                owner.isRoot() ? Stream.concat(host.launchersAsOurselves(), asServants()) : host.launchersAs(owner);
        return first(ways, directory).orElseThrow(this::refused);
    }

    private Home fresh() {
        Optional<Launcher> here = first(Stream.concat(asServants(), host.launchersAsOurselves()), data);
        if (here.isPresent()) {
            return new Home(data, here.get());
        }
        Path shelter = shelter();
        FileTree.createReachable(shelter);
        setAside(shelter.resolve("cluster"));
        return new Home(shelter, first(asServants(), shelter).orElseThrow(this::refused));
    }

    /** Of a data directory that was at this path and was deleted; nobody has its password any more. */
    private void setAside(Path cluster) {
        Path aside = cluster.resolveSibling("cluster-of-" + Instant.now().getEpochSecond());
        FileTree.attempt("rename", cluster, () -> Files.isDirectory(cluster) ? Files.move(cluster, aside) : aside);
    }

    private Stream<Launcher> asServants() {
        return host.servants().stream().flatMap(host::launchersAs);
    }

    private Optional<Launcher> first(Stream<Launcher> launchers, Path directory) {
        return launchers.filter(launcher -> works(launcher, directory)).findFirst();
    }

    private boolean works(Launcher launcher, Path directory) {
        Tool.Result probe = launcher.enter(directory);
        if (!probe.succeeded()) {
            refusals.add(launcher.name() + ": " + probe.output());
        }
        return probe.succeeded();
    }

    private EmbeddedServerException refused() {
        return new EmbeddedServerException("PostgreSQL refuses to run as root, and there is no way to run it as another"
                + " user here (" + (refusals.isEmpty() ? "no setpriv, runuser or unshare" : String.join("; ", refusals))
                + "): run reelstore as an ordinary user, or give it a server of your own with --url");
    }

    private Path shelter() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(data.toString().getBytes(StandardCharsets.UTF_8));
            return host.shelter().resolve(HexFormat.of().formatHex(hash, 0, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
