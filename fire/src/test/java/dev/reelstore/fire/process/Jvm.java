package dev.reelstore.fire.process;

import dev.reelstore.testkit.database.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How other JVMs are started: on the class path of this one, quick to start rather than quick.
 *
 * @param first folders before that class path, where changed classes are
 * @param options besides the usual ones
 */
record Jvm(List<Path> first, List<String> options) {

    private static final Path LOGS = Path.of("target", "fire");

    static final Jvm PLAIN = new Jvm(List.of(), List.of());

    /** The same with these classes in the place of others of the same name. */
    Jvm with(Path changedClasses) {
        return new Jvm(Stream.concat(Stream.of(changedClasses), first.stream()).toList(), options);
    }

    Jvm option(String option) {
        return new Jvm(first, Stream.concat(options.stream(), Stream.of(option)).toList());
    }

    /** One that knows no database. */
    Child start(Class<?> main, Object... arguments) throws IOException {
        return start(Map.of(), main, arguments);
    }

    /** One that tests on this database. The password is not on its command line. */
    Child start(TestDatabase database, Class<?> main, Object... arguments) throws IOException {
        return start(
                Map.of(
                        "REELSTORE_TEST_URL", database.url(),
                        "REELSTORE_TEST_USER", database.user(),
                        "REELSTORE_TEST_PASSWORD", database.password()),
                main,
                arguments);
    }

    private Child start(Map<String, String> environment, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        Path log = Files.createTempFile(Files.createDirectories(LOGS), main.getSimpleName() + "-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(environment);
        return new Child(builder.start(), log);
    }

    private String classPath() {
        StringBuilder path = new StringBuilder();
        first.forEach(folder -> path.append(folder).append(File.pathSeparator));
        return path.append(System.getProperty("java.class.path")).toString();
    }
}
