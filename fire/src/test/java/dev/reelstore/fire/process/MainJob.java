package dev.reelstore.fire.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.cli.ReelstoreCommand;
import dev.reelstore.cli.server.EmbeddedServer;
import dev.reelstore.testkit.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * {@code reelstore process} over a folder of videos that grows, while it and its database are killed at random; each time
 * it is simply started again. Then it is left alone, and everything must be done, once, with nothing left over.
 */
final class MainJob {

    /** After which nobody believes any more in what a killed command held. */
    private static final Duration LEASES = Duration.ofSeconds(25);

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MOST_RUNS = 10;

    private final Jvm jvm;
    private final RandomGenerator random;
    private final Path videos;
    private final Path out;
    private final DataDirectory data;
    private final List<Child> living = new ArrayList<>();
    private final Map<String, Integer> kills = new TreeMap<>();
    private int files;
    private int renditions;

    /** @param folder an empty one, which may be left behind */
    MainJob(Jvm jvm, RandomGenerator random, Path folder) throws IOException {
        this.jvm = jvm;
        this.random = random;
        this.videos = Files.createDirectory(folder.resolve("videos"));
        this.out = folder.resolve("out");
        this.data = new DataDirectory(folder.resolve("data"));
    }

    /** Kills so often, and then looks; answers how often whom. */
    Map<String, Integer> run(int times) throws Exception {
        try {
            files = Clips.copySamples(videos);
            for (int killed = 0; killed < times; killed += strike() ? 1 : 0) {
                Clips.make(videos.resolve("clip" + files + ".mp4"), 17 * files % 360);
                files++;
            }
            living.forEach(Child::kill);
            finish();
            check();
            return kills;
        } finally {
            living.forEach(Child::kill);
            data.killServer();
        }
    }

    /** How many there are. */
    int files() {
        return files;
    }

    /** How many were made of them. */
    int renditions() {
        return renditions;
    }

    /** Whether there was anybody to be killed. */
    private boolean strike() throws Exception {
        Child command = start();
        living.add(command);
        if (random.nextInt(4) > 0) {
            awaitRendering(command);
        }
        Thread.sleep(random.nextInt(1_000));
        living.removeIf(each -> !each.alive());
        int whom = random.nextInt(3);
        boolean server = whom != 0 && data.killServer();
        boolean commands = whom != 1 && killCommands();
        if (server || commands) {
            kills.merge(server ? commands ? "both" : "database" : "command", 1, Integer::sum);
        }
        return server || commands;
    }

    private boolean killCommands() {
        boolean any = !living.isEmpty();
        living.forEach(Child::kill);
        living.clear();
        return any;
    }

    private Child start() throws IOException {
        return jvm.start(
                ReelstoreCommand.class,
                "process",
                videos,
                "--data",
                data.path(),
                "--out",
                out,
                "--max-level",
                "240p",
                "--workers",
                "2",
                "--json");
    }

    /** Lets time pass as soon as there is a store, so that the claims of who was killed are over; then waits for a file. */
    private void awaitRendering(Child command) throws Exception {
        awaitStore(command);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (command.alive() && unfinished().isEmpty()) {
            assertThat(System.nanoTime()).as("begins to render").isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    private void awaitStore(Child command) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (command.alive()) {
            assertThat(System.nanoTime()).as("opens its store").isLessThan(deadline);
            Optional<Trail> server = data.server();
            if (server.isPresent()) {
                if (server.get().ask("SELECT to_regclass('public.ended')").get(0) == null) {
                    server.get().begin();
                }
                DataDirectory.pass(server.get(), LEASES);
                return;
            }
            Thread.sleep(20);
        }
    }

    /** A job that was interrupted too often has failed, and is tried again by the next command. */
    private void finish() throws Exception {
        int status = -1;
        for (int i = 0; i < MOST_RUNS && status != 0; i++) {
            try (Child command = start()) {
                awaitStore(command);
                status = command.awaitEnd();
                assertThat(status).as(command.errors()).isIn(0, 3);
            }
        }
        assertThat(status).as("the last command's exit status").isZero();
    }

    private List<Path> unfinished() throws IOException {
        return filesOut().stream()
                .filter(file -> file.getFileName().toString().endsWith(".part"))
                .toList();
    }

    private List<Path> filesOut() throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.find(out, 9, (file, attributes) -> attributes.isRegularFile())) {
            return tree.sorted().toList();
        } catch (java.io.UncheckedIOException changing) {
            return List.of();
        }
    }

    private void check() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.attach(data.path(), line -> {})) {
            Trail trail = new Trail(new TestDatabase(server.jdbcUrl(), server.user(), server.password()));
            trail.checkEnds();
            assertThat(trail.ask("SELECT DISTINCT source_hash FROM reelstore.job"))
                    .as("contents with a job")
                    .hasSize(files);
            assertThat(trail.ask("SELECT id FROM reelstore.job")).as("jobs").hasSize(files);
            assertThat(trail.ask("SELECT id FROM reelstore.video WHERE status = 'PUBLISHED'"))
                    .as("published videos")
                    .hasSize(files);
            trail.none("a video without a default rendition that is ready", """
                    SELECT v.id FROM reelstore.video v WHERE NOT EXISTS (SELECT q.id FROM reelstore.video_quality q
                        WHERE q.video_id = v.id AND q.is_default AND q.status = 'READY')""");
            checkFiles(trail);
        }
    }

    private void checkFiles(Trail trail) throws Exception {
        List<Path> recorded = new ArrayList<>();
        for (String url : trail.ask("SELECT url FROM reelstore.video_quality ORDER BY url")) {
            Path file = Path.of(java.net.URI.create(url));
            recorded.add(file);
            assertThat(file).as("a recorded rendition").isRegularFile();
            assertThat(Clips.complaints(file)).as("playing " + file).isEmpty();
            assertThat(trail.ask("SELECT file_size_bytes FROM reelstore.video_quality WHERE url = '" + url + "'"))
                    .as("the recorded size of " + file)
                    .containsExactly(Long.toString(Files.size(file)));
        }
        renditions = recorded.size();
        assertThat(filesOut()).as("files on disk").containsExactlyInAnyOrderElementsOf(recorded);
    }
}
