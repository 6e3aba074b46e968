package dev.reelstore.benchmarks;

import dev.reelstore.benchmarks.jdbc.JdbcContestant;
import dev.reelstore.benchmarks.peers.DbSchedulerContestant;
import dev.reelstore.benchmarks.peers.JobRunrContestant;
import dev.reelstore.benchmarks.peers.NodeContestant;
import dev.reelstore.benchmarks.peers.PgbenchContestant;
import dev.reelstore.benchmarks.process.InProcess;
import dev.reelstore.benchmarks.reelstore.InMemoryContestant;
import dev.reelstore.benchmarks.reelstore.ReelstoreContestant;
import dev.reelstore.benchmarks.reelstore.SchemaContestant;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command: starts one server, lets all contestants do each workload in turn, and prints what they reached. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        versionProvider = Benchmarks.None.class,
        description =
                "Lets Reelstore, hand-written JDBC and other job stores do the same work in turn, on one PostgreSQL"
                        + " server with durable commits, and prints medians with their ratio to Reelstore's (below 1 where"
                        + " Reelstore leads).")
public final class Benchmarks implements Callable<Integer> {

    private static final double QUICK = 0.1;

    @Option(
            names = "--quick",
            description = "A tenth of the work, one run each: some minutes. Its figures are no more than a hint.")
    private boolean quick;

    @Option(names = "--runs", paramLabel = "N", description = "How often each does each workload (default: 5).")
    private int runs = 5;

    @Option(names = "--only", split = ",", paramLabel = "W", description = "Only these workloads, such as W1,W3.")
    private List<String> only = List.of();

    @Option(names = "--contestants", split = ",", paramLabel = "NAME", description = "Only these contestants.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Option(
            names = "--plot",
            paramLabel = "DIR",
            description =
                    "Draw growth as SVG there, as far as its workloads were done: W3, W5m1, W5m5; W5c, W5cm1, W5cm5;"
                            + " W5cs.")
    private @Nullable Path plots;

    @Option(
            names = "--jmh",
            description = "Measure with JMH what happens inside one process, without a database, instead of all else.")
    private boolean inProcess;

    /** Runs it. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (inProcess) {
            InProcess.run(quick);
            return 0;
        }
        List<Workload> workloads = only.isEmpty()
                ? List.of(Workload.values())
                : only.stream().map(Workload::parse).toList();
        List<Contestant> contestants = contestants();
        PrintStream progress = System.err;
        progress.println(
                "contestants: " + contestants.stream().map(Contestant::name).toList());
        Silence.atTheEnd();
        try (BenchServer server = BenchServer.start()) {
            server.watch(why -> {
                progress.println("The database server is gone, and so the run ends here: " + why);
                Silence.now();
                System.exit(1);
            });
            double scale = quick ? QUICK : 1;
            Tournament tournament = new Tournament(server, contestants, quick ? 1 : runs, scale, progress::println);
            Report report = new Report(System.out, json);
            List<Result> all = new ArrayList<>();
            for (Workload workload : workloads) {
                List<Result> results = tournament.hold(workload);
                report.print(workload, results);
                all.addAll(results);
            }
            if (plots != null) {
                new Plots(plots, scale, all).write().forEach(progress::println);
            }
        }
        return 0;
    }

    private List<Contestant> contestants() {
        List<Contestant> all = new ArrayList<>(List.of(
                new ReelstoreContestant(),
                new InMemoryContestant(),
                new JdbcContestant(),
                new DbSchedulerContestant(),
                new JobRunrContestant(),
                NodeContestant.graphileWorker(),
                NodeContestant.pgBoss(),
                new PgbenchContestant(),
                SchemaContestant.sameTables(),
                SchemaContestant.oneTable()));
        if (names.isEmpty()) {
            return all;
        }
        List<String> known = all.stream().map(Contestant::name).toList();
        if (!known.containsAll(names)) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this), "--contestants: " + names + " are not all among " + known);
        }
        return all.stream()
                .filter(contestant -> names.contains(contestant.name()))
                .toList();
    }

    /** There is none: it is never published. */
    static final class None implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"not versioned"};
        }
    }
}
