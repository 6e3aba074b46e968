package dev.reelstore.bootstrap;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.adapter.inmemory.InMemorySettings;
import dev.reelstore.application.ReelstoreOptions;
import dev.reelstore.domain.Opening;
import dev.reelstore.domain.value.Check;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@link dev.reelstore.application.Reelstore} and its ports to a store in memory: for unit tests of what is wired
 * with Guice. Whoever makes the injector closes the façade.
 */
public final class InMemoryModule extends StoreModule {

    private final Opening<InMemoryPersistence> opening;

    /** With the default settings. */
    public InMemoryModule() {
        this(InMemorySettings.defaults());
    }

    /** With these settings, such as a clock that the test moves. */
    public InMemoryModule(InMemorySettings settings) {
        this(null, ReelstoreOptions.DEFAULT, opening(Check.present("settings", settings)), false);
    }

    private InMemoryModule(
            @Nullable Class<? extends Annotation> name,
            ReelstoreOptions options,
            Opening<InMemoryPersistence> opening,
            boolean atFirstUse) {
        super(name, options, opening, atFirstUse);
        this.opening = opening;
    }

    private static Opening<InMemoryPersistence> opening(InMemorySettings settings) {
        return Opening.of(() -> InMemoryPersistence.create(settings));
    }

    /** The same with these options of the façade. */
    public InMemoryModule options(ReelstoreOptions value) {
        return new InMemoryModule(name(), value, opening, isAtFirstUse());
    }

    /** The same, bound under a binding annotation. */
    public InMemoryModule annotatedWith(Class<? extends Annotation> value) {
        return new InMemoryModule(value, options(), opening, isAtFirstUse());
    }

    /** The same; this is done with the store when it was opened, after all that was to be done already. */
    public InMemoryModule afterOpen(Opening.Callback<? super InMemoryPersistence> callback) {
        return new InMemoryModule(name(), options(), opening.afterOpen(callback), isAtFirstUse());
    }

    /** The same, opened when the façade or a port is first asked for; many threads may ask at once. */
    public InMemoryModule openAtFirstUse() {
        return new InMemoryModule(name(), options(), opening, true);
    }
}
