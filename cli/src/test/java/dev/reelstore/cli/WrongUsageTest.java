package dev.reelstore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anything is begun, and what cannot be shown. */
final class WrongUsageTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "process;Missing required parameter: 'FILE|DIR'",
                "process DIR/nothing.mp4;there is no file or directory 'DIR/nothing.mp4'",
                "process --workers 0 DIR;--workers is 0: it must be 1 to 1000",
                "process --workers many DIR;'many' is not an int",
                "process --max-level 721p DIR;--max-level is '721p': it must be one of 2160p",
                "process --max-level original DIR;--max-level is 'original'",
                "process --ffmpeg DIR/none DIR;--ffmpeg is 'DIR/none': it must be a program",
                "process --out DIR/file DIR;--out is 'DIR/file': it must be a directory",
                "process --data DIR/file DIR;--data is 'DIR/file': it must be a directory",
                "process --data DIR --url jdbc:postgresql://h/d DIR;--data and --url exclude each other",
                "process --user me DIR;--user is 'me' without --url",
                "process --url mysql://h/d DIR;url must begin with jdbc:postgresql:",
                "jobs --status gone;job status is 'gone'",
                "jobs --limit 0;limit is 0: it must be 1 to 1000",
                "jobs --after here;cursor is 'here'",
                "jobs --colour;Unknown option: '--colour'",
                "job;Missing required parameter",
                "jobs --older-than soon;--older-than: age is 'soon': it must be like 90s, 30m, 12h or 7d",
                "jobs --target film;target is 'film': it must be a type, a slash and an id",
                "why;Missing required parameter",
                "cancel;which job? Name it by ID, PATH or HASH",
                "delete --dry-run;which job?",
                "delete --all --status failed;choose one way: name one job by ID, PATH or HASH, or those of a kind",
                "cancel --all;nobody is there to be asked: --yes does it",
                "cancel --status failed --yes;it must be one of QUEUED and RUNNING",
                "retry --status gone --yes;job status is 'gone'",
                "retry --yes 01890a5d-ac96-774b-bcce-b302099a8057 --type x;name one job by ID, PATH or HASH",
                "bench --seconds 0;--seconds is 0: it must be 1 to 30",
                "bench --seconds soon;'soon' is not an int",
                "bench --secnods 1;Unknown options: '--secnods', '1'",
                "video a b;Unmatched argument at index 2: 'b'",
            })
    void wrongUsageIsRefusedWithTheRule(String line, String message) throws IOException {
        Files.writeString(directory.resolve("file"), "x");

        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString()).contains(message.replace("DIR/", directory + "/"), " --help'");
        assertThat(out.toString()).isEmpty();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("file"));
        }
    }

    @Test
    void aPasswordInTheAddressIsRefusedAndNotRepeated() {
        for (String url : List.of(
                "jdbc:postgresql://h/d?user=me&password=hidden",
                "jdbc:postgresql://h/d?PASSWORD=hidden",
                "jdbc:postgresql://me:hidden@h/d")) {
            assertThat(run("process --url " + url + " DIR")).as(url).isEqualTo(2);
        }
        assertThat(err.toString()).contains("REELSTORE_PASSWORD").doesNotContain("hidden");
    }

    @Test
    void whereThereIsNoStoreNoneIsMadeToShowNothing() {
        for (String line : List.of(
                "jobs",
                "cancel --all --yes",
                "why 01890a5d-ac96-774b-bcce-b302099a8057",
                "job 01890a5d-ac96-774b-bcce-b302099a8057",
                "video " + "0".repeat(64))) {
            assertThat(run(line + " --data DIR/none")).isEqualTo(1);
        }
        assertThat(err.toString()).contains("there is no store in " + directory + "/none yet");
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void whatIsNoIdAndNoFileIsToldSo() {
        assertThat(run("job nonsense --data DIR")).isEqualTo(1);
        assertThat(err.toString()).contains("'nonsense' is no id, no SHA-256, and there is no such file");
    }

    @Test
    void aDirectoryWithoutVideosIsToldSoAndIsNoFailure() {
        assertThat(run("process --data DIR/none DIR")).isZero();
        assertThat(err.toString()).contains(directory + ": no video files in it");
        assertThat(directory.resolve("none")).doesNotExist();
    }

    private int run(String line) {
        return ReelstoreCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(line.replace("DIR", directory.toString()).split(" "));
    }
}
