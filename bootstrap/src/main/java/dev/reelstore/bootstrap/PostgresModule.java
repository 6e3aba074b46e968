package dev.reelstore.bootstrap;

import com.google.inject.Provider;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.tables.SqlGateway;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.ReelstoreOptions;
import dev.reelstore.domain.Opening;
import dev.reelstore.domain.value.Check;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@link Reelstore}, its ports and the {@link SqlGateway} to a PostgreSQL database, which is opened with the
 * injector unless {@link #openAtFirstUse()} says otherwise. Several databases live in one injector, each under an
 * annotation of its own. Whoever makes the injector closes the façade.
 */
public final class PostgresModule extends StoreModule {

    private final Opening<PostgresPersistence> opening;

    /** For this database. */
    public PostgresModule(PostgresSettings settings) {
        this(null, ReelstoreOptions.DEFAULT, opening(Check.present("settings", settings)), false);
    }

    private PostgresModule(
            @Nullable Class<? extends Annotation> name,
            ReelstoreOptions options,
            Opening<PostgresPersistence> opening,
            boolean atFirstUse) {
        super(name, options, opening, atFirstUse);
        this.opening = opening;
    }

    private static Opening<PostgresPersistence> opening(PostgresSettings settings) {
        return Opening.of(() -> PostgresPersistence.open(settings));
    }

    /** The same with these options of the façade. */
    public PostgresModule options(ReelstoreOptions value) {
        return new PostgresModule(name(), value, opening, isAtFirstUse());
    }

    /** The same, bound under a binding annotation. */
    public PostgresModule annotatedWith(Class<? extends Annotation> value) {
        return new PostgresModule(value, options(), opening, isAtFirstUse());
    }

    /** The same; this is done with the store when it was opened, after all that was to be done already. */
    public PostgresModule afterOpen(Opening.Callback<? super PostgresPersistence> callback) {
        return new PostgresModule(name(), options(), opening.afterOpen(callback), isAtFirstUse());
    }

    /** The same, opened when the façade or a port is first asked for; many threads may ask at once. */
    public PostgresModule openAtFirstUse() {
        return new PostgresModule(name(), options(), opening, true);
    }

    @Override
    void bindMore(Provider<Reelstore> reelstore) {
        port(
                SqlGateway.class,
                reelstore,
                facade -> ((PostgresPersistence) facade.persistence().plain()).tables());
    }
}
