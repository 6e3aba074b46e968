package dev.reelstore.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

final class PlotsTest {

    @TempDir
    Path directory;

    @Test
    void onlyWhatWasMeasuredInFullIsDrawn() throws Exception {
        List<Result> results = List.of(
                result(Workload.W3, "reelstore", 25_000),
                result(Workload.W5M1, "reelstore", 24_000),
                result(Workload.W5M5, "reelstore", 23_000),
                result(Workload.W3, "graphile-worker", 50_000),
                result(Workload.W5C, "reelstore", 400));

        assertThat(new Plots(directory, 1, results).write()).containsExactly(directory.resolve("drain-growth.svg"));
        assertThat(texts("drain-growth.svg"))
                .contains("reelstore", "jobs per second", "5,000,000", "50,000")
                .doesNotContain("graphile-worker");
    }

    @Test
    void aHeldSnapshotIsDrawnOverTheClaimsUnderIt() throws Exception {
        new Plots(directory, 0.1, List.of(result(Workload.W5CS, "a<b", 700))).write();

        assertThat(texts("claim-snapshot.svg")).contains("a<b", "100", "1,000", "claim of one job, p50 (µs)");
    }

    private static Result result(Workload workload, String contestant, double figure) {
        List<Lap> laps = IntStream.range(0, 3)
                .mapToObj(run -> new Lap(
                        figure + run,
                        IntStream.range(0, 10).mapToDouble(i -> figure + i).toArray()))
                .toList();
        return Result.of(workload, contestant, laps, figure);
    }

    /** Well-formed, or it could not be read. */
    private List<String> texts(String name) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Files.newInputStream(directory.resolve(name)));
        NodeList texts = document.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }
}
