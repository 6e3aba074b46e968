package dev.reelstore.cli;

import dev.reelstore.cli.bench.BenchQueue;
import dev.reelstore.cli.bench.BenchResult;
import dev.reelstore.cli.bench.BenchRun;
import dev.reelstore.cli.bench.BenchText;
import dev.reelstore.cli.bench.BenchView;
import dev.reelstore.cli.report.Display;
import dev.reelstore.cli.report.Json;
import dev.reelstore.cli.report.PlainDisplay;
import dev.reelstore.cli.report.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a store where it stands. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        sortOptions = false,
        description = {
            "Measures how fast the store is on its server, and says what keeps it from being faster: the way to the server,"
                    + " the flush of its disk at each commit, or processors.",
            "",
            "It works with jobs of its own, in a queue that nobody else uses, and deletes them in the end, after Ctrl-C too."
                    + " Meanwhile it keeps the server as busy as it can. Where there is no store it makes one, which stays;"
                    + " and as every worker does, it frees the jobs of workers that have died."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:it is measured, and its jobs are deleted",
            "1:it could not run, or not delete its jobs; the message says why",
            "2:wrong usage; nothing was begun"
        })
final class BenchCommand implements Callable<Integer> {

    private static final int MOST_SECONDS = 30;
    private static final int PARTS = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "3",
            description = "About how long each of the four parts takes, 1 to 30 (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    BenchCommand() {}

    @Override
    public Integer call() {
        StoreAddress address = store.address();
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw store.refusal("--seconds is " + seconds + ": it must be 1 to " + MOST_SECONDS);
        }
        BenchQueue queue;
        BenchResult result;
        try (Resources resources = Resources.ofThisProcess()) {
            Display display =
                    resources.open(() -> new PlainDisplay(spec.commandLine().getErr()));
            resources.atSignal(() -> display.say("stopping"));
            OpenStore open = resources.open(() -> OpenStore.forWork(address, BenchRun.CONNECTIONS, display::say));
            queue = resources.open(() -> new BenchQueue(open.reelstore(), display::say));
            display.say("measuring for about " + PARTS * seconds + " s, with jobs of its own in queue " + queue.name()
                    + ", which are deleted in the end; the server is as busy as can be meanwhile");
            result = new BenchRun(open.reelstore(), open.tables(), queue, Duration.ofSeconds(seconds), display::say)
                    .run();
        }
        Resources.holdIfEnding();
        print(queue.name(), result);
        return queue.left() ? ExitStatus.FAILED : ExitStatus.OK;
    }

    private void print(String queue, BenchResult result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(BenchView.of(queue, result)));
        } else {
            BenchText.lines(result, Terminal.output().columns()).forEach(out::println);
        }
        out.flush();
    }
}
