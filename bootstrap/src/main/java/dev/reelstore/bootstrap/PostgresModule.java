package dev.reelstore.bootstrap;

import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.application.ReelstoreOptions;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.value.Check;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@link dev.reelstore.application.Reelstore} and its ports to a PostgreSQL database, which is opened with the
 * injector. Several databases live in one injector, each under an annotation of its own. Whoever makes the injector
 * closes the façade.
 */
public final class PostgresModule extends StoreModule {

    private final PostgresSettings settings;

    /** For this database. */
    public PostgresModule(PostgresSettings settings) {
        this(null, Check.present("settings", settings), ReelstoreOptions.DEFAULT);
    }

    private PostgresModule(
            @Nullable Class<? extends Annotation> name, PostgresSettings settings, ReelstoreOptions options) {
        super(name, options);
        this.settings = settings;
    }

    /** The same with these options of the façade. */
    public PostgresModule options(ReelstoreOptions value) {
        return new PostgresModule(name(), settings, value);
    }

    /** The same, bound under a binding annotation. */
    public PostgresModule annotatedWith(Class<? extends Annotation> value) {
        return new PostgresModule(value, settings, options());
    }

    @Override
    Persistence open() {
        return PostgresPersistence.open(settings);
    }
}
