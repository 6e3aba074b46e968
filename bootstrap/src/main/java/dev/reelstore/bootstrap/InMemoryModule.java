package dev.reelstore.bootstrap;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.adapter.inmemory.InMemorySettings;
import dev.reelstore.application.ReelstoreOptions;
import dev.reelstore.domain.Persistence;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@link dev.reelstore.application.Reelstore} and its ports to a store in memory: for unit tests of what is wired
 * with Guice. Whoever makes the injector closes the façade.
 */
public final class InMemoryModule extends StoreModule {

    private final InMemorySettings settings;

    /** With the default settings. */
    public InMemoryModule() {
        this(InMemorySettings.defaults());
    }

    /** With these settings, such as a clock that the test moves. */
    public InMemoryModule(InMemorySettings settings) {
        this(null, settings, ReelstoreOptions.DEFAULT);
    }

    private InMemoryModule(
            @Nullable Class<? extends Annotation> name, InMemorySettings settings, ReelstoreOptions options) {
        super(name, options);
        this.settings = settings;
    }

    /** The same with these options of the façade. */
    public InMemoryModule options(ReelstoreOptions value) {
        return new InMemoryModule(name(), settings, value);
    }

    /** The same, bound under a binding annotation. */
    public InMemoryModule annotatedWith(Class<? extends Annotation> value) {
        return new InMemoryModule(value, settings, options());
    }

    @Override
    Persistence open() {
        return InMemoryPersistence.create(settings);
    }
}
