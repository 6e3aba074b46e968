package dev.reelstore.bootstrap;

import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Provider;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.ReelstoreOptions;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.video.VideoStore;
import java.lang.annotation.Annotation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One store behind its façade. Everything but the façade and its ports stays inside the module, so that several stores
 * live in one injector, each under an annotation of its own. The store is opened with the injector, not at first use.
 */
abstract class StoreModule extends PrivateModule {

    private final @Nullable Class<? extends Annotation> name;
    private final ReelstoreOptions options;

    StoreModule(@Nullable Class<? extends Annotation> name, ReelstoreOptions options) {
        this.name = name;
        this.options = options;
    }

    final @Nullable Class<? extends Annotation> name() {
        return name;
    }

    final ReelstoreOptions options() {
        return options;
    }

    /** Opens the store; called once. */
    abstract Persistence open();

    @Override
    protected final void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
        Key<Reelstore> facade = key(Reelstore.class);
        bind(facade).toProvider(() -> Reelstore.on(open(), options)).asEagerSingleton();
        expose(facade);
        Provider<Reelstore> reelstore = getProvider(facade);
        port(JobStore.class, reelstore, Stores::jobs);
        port(ClaimStore.class, reelstore, Stores::claims);
        port(VideoStore.class, reelstore, Stores::videos);
        port(QualityStore.class, reelstore, Stores::qualities);
        port(UnitOfWork.class, reelstore, Reelstore::unitOfWork);
    }

    private <T> void port(Class<T> port, Provider<Reelstore> reelstore, Function<Reelstore, T> get) {
        bind(key(port)).toProvider(() -> get.apply(reelstore.get()));
        expose(key(port));
    }

    private <T> Key<T> key(Class<T> type) {
        return name == null ? Key.get(type) : Key.get(type, name);
    }
}
