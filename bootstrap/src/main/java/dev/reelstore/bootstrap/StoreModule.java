package dev.reelstore.bootstrap;

import com.google.inject.Key;
import com.google.inject.PrivateModule;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.binder.ScopedBindingBuilder;
import dev.reelstore.application.Reelstore;
import dev.reelstore.application.ReelstoreOptions;
import dev.reelstore.domain.Opening;
import dev.reelstore.domain.analysis.AnalysisStore;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.journal.JournalStore;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.video.VideoStore;
import java.lang.annotation.Annotation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One store behind its façade. Everything but the façade and its ports stays inside the module, so that several stores
 * live in one injector, each under an annotation of its own. The store is opened with the injector, so that a wrong
 * setting shows at the start, or at first use where that is asked for; once in either case.
 */
abstract class StoreModule extends PrivateModule {

    private final @Nullable Class<? extends Annotation> name;
    private final ReelstoreOptions options;
    private final Opening<?> opening;
    private final boolean atFirstUse;

    StoreModule(
            @Nullable Class<? extends Annotation> name,
            ReelstoreOptions options,
            Opening<?> opening,
            boolean atFirstUse) {
        this.name = name;
        this.options = options;
        this.opening = opening;
        this.atFirstUse = atFirstUse;
    }

    final @Nullable Class<? extends Annotation> name() {
        return name;
    }

    final ReelstoreOptions options() {
        return options;
    }

    final boolean isAtFirstUse() {
        return atFirstUse;
    }

    @Override
    protected final void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
        Key<Reelstore> facade = key(Reelstore.class);
        ScopedBindingBuilder opened = bind(facade).toProvider(() -> Reelstore.on(opening.open(), options));
        if (atFirstUse) {
            opened.in(Singleton.class);
        } else {
            opened.asEagerSingleton();
        }
        expose(facade);
        Provider<Reelstore> reelstore = getProvider(facade);
        port(JobStore.class, reelstore, Stores::jobs);
        port(ClaimStore.class, reelstore, Stores::claims);
        port(ChannelStore.class, reelstore, Stores::channels);
        port(JournalStore.class, reelstore, Stores::journal);
        port(VideoStore.class, reelstore, Stores::videos);
        port(QualityStore.class, reelstore, Stores::qualities);
        port(AnalysisStore.class, reelstore, Stores::analysis);
        port(UnitOfWork.class, reelstore, Reelstore::unitOfWork);
        bindMore(reelstore);
    }

    /** Binds what this kind of store offers beyond the ports. */
    void bindMore(Provider<Reelstore> reelstore) {}

    final <T> void port(Class<T> port, Provider<Reelstore> reelstore, Function<Reelstore, T> get) {
        bind(key(port)).toProvider(() -> get.apply(reelstore.get()));
        expose(key(port));
    }

    private <T> Key<T> key(Class<T> type) {
        return name == null ? Key.get(type) : Key.get(type, name);
    }
}
