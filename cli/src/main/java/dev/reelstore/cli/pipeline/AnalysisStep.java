package dev.reelstore.cli.pipeline;

import dev.reelstore.cli.report.Json;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.value.JsonDocument;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Searches the file for one kind of thing. What was found is in the store with the checkpoint, so that nobody needs it. */
record AnalysisStep(String name, Search search) implements Step<Finds> {

    /** The search itself. */
    interface Search {

        /** @param percent gets 0 to 100, from any thread */
        Finds run(DoubleConsumer percent);
    }

    private static final String FOUND = "found";

    @Override
    public Optional<Finds> resume(JsonDocument checkpoint) {
        return Optional.of(Finds.nothing(Json.read(checkpoint).path(FOUND).asString("")));
    }

    @Override
    public Finds work(DoubleConsumer percent) {
        return search.run(percent);
    }

    @Override
    public JsonDocument checkpoint(Finds done) {
        return Json.document(Json.object().put(FOUND, done.message()));
    }

    @Override
    public String message(Finds done) {
        return done.message();
    }

    @Override
    public boolean skipped(Finds done) {
        return done.skipped();
    }

    @Override
    public void write(Finds done, Stores stores) {
        done.write().accept(stores.analysis());
    }
}
