package dev.reelstore.cli;

import dev.reelstore.domain.Persistence;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that shows one thing, named by an id, a path or a hash. */
abstract class SubjectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print it as one JSON object.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Override
    public final Integer call() {
        StoreAddress address = store.address();
        Subject meant = Subject.of(subject());
        try (Resources resources = Resources.ofThisProcess()) {
            Persistence open =
                    resources.open(() -> OpenStore.forReading(address)).persistence();
            PrintWriter out = spec.commandLine().getOut();
            show(open, meant, out, json);
            out.flush();
        }
        return ExitStatus.OK;
    }

    /** What was typed. */
    abstract String subject();

    /**
     * Looks it up and prints it.
     *
     * @throws CommandException when there is no such thing
     */
    abstract void show(Persistence open, Subject meant, PrintWriter out, boolean json);
}
