package dev.reelstore.cli.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs, unpacked from the class path into a home.
 *
 * @param directory its name ends with a check sum of the archive, so that another version goes beside it
 */
record Binaries(Path directory) {
    private static final String PREFIX = "postgres-";

    String program(String name) {
        return directory.resolve("bin").resolve(name).toString();
    }

    /** Unpacks the programs if this version is not there yet; all or nothing is there afterwards. */
    static Binaries install(Path home, Consumer<String> progress) {
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        URL url = Binaries.class.getClassLoader().getResource(archive);
        if (url == null) {
            throw new EmbeddedServerException("this build of reelstore has no " + archive + ": build it on the platform"
                    + " that it runs on, or give it a server of your own with --url");
        }
        return FileTree.attempt("unpack PostgreSQL into", home, () -> {
            Path directory = home.resolve(PREFIX + checkSum(url));
            if (!Files.isDirectory(directory)) {
                progress.accept("Unpacking PostgreSQL (only at the first start)");
                Path fresh = home.resolve(directory.getFileName() + ".new");
                FileTree.delete(fresh);
                try (InputStream in = url.openStream()) {
                    TarXz.unpack(in, fresh);
                }
                // Root leaves nothing in a user's directory that this user cannot delete.
                FileTree.giveAllTo(FileTree.owner(home), fresh);
                Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Binaries(directory);
        });
    }

    static String archive(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "darwin" : name;
        String processor = switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return PREFIX + system + "-" + processor + ".txz";
    }

    private static String checkSum(URL url) throws IOException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        throw new IOException(url + " is not in a jar");
    }

    /** Removes other versions and what was half unpacked; to be called while no server runs in this home. */
    void deleteOthers() {
        List<Path> others = FileTree.attempt("list", directory, () -> {
            try (Stream<Path> files = Files.list(directory.toAbsolutePath().getParent())) {
                return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                        .filter(file -> !file.equals(directory))
                        .toList();
            }
        });
        others.forEach(FileTree::delete);
    }
}
