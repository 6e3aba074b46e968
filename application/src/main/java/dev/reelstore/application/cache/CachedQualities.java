package dev.reelstore.application.cache;

import dev.reelstore.domain.Capability;
import dev.reelstore.domain.Health;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.Signals;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.ForwardingStores;
import dev.reelstore.domain.unit.ReadToken;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.video.VideoStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A store that keeps the lists of renditions which were read last, for those who ask much more often than renditions
 * change: players. Needs Caffeine on the class path. Safe from any thread.
 *
 * <p>{@code list}, {@code findDefault} and {@code findDefaultReady} outside units of work are answered from memory. What
 * is changed through this object is read anew from the moment its commit returns, never before it and not after a
 * rollback; what other processes change, or whoever goes past this object, is seen after {@code staleFor} at the latest.
 * Inside a unit of work the store itself is asked, always.
 */
public final class CachedQualities extends ForwardingStores implements Persistence {

    private final Persistence store;
    private final QualityLists lists;
    private final ReportedUnits units;

    private CachedQualities(Persistence store, QualityLists lists) {
        this.store = store;
        this.lists = lists;
        this.units = new ReportedUnits(store.unitOfWork(), lists);
    }

    /**
     * Over an adapter, below the façade: {@code Reelstore.on(CachedQualities.over(adapter, 10_000, ofSeconds(10)))}.
     *
     * @param store what is decorated, and closed when this is closed
     * @param maxVideos of how many videos the lists are kept at most, 1 to 10,000,000; those asked for least go first
     * @param staleFor how long a list is kept, and so how old an answer can be, 1 ms to 1 day
     * @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule
     */
    public static CachedQualities over(Persistence store, int maxVideos, Duration staleFor) {
        Check.present("store", store);
        Check.range("maxVideos", maxVideos, 1, 10_000_000);
        Check.positive("staleFor", staleFor);
        Check.range("staleFor in ms", staleFor.toMillis(), 1, Duration.ofDays(1).toMillis());
        return new CachedQualities(store, new QualityLists(maxVideos, staleFor));
    }

    @Override
    protected Stores stores() {
        return store;
    }

    @Override
    public VideoStore videos() {
        return new ReportedVideos(store.videos(), units);
    }

    @Override
    public QualityStore qualities() {
        return new KeptQualities(store.qualities(), units, units, lists);
    }

    @Override
    public UnitOfWork unitOfWork() {
        return units;
    }

    @Override
    public Signals signals() {
        return store.signals();
    }

    @Override
    public Handover handover() {
        return store.handover();
    }

    @Override
    public Health health() {
        return store.health();
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @Override
    public ReadToken token() {
        return store.token();
    }

    @Override
    public Set<Capability> capabilities() {
        return store.capabilities();
    }

    @Override
    public void close() {
        lists.close();
        store.close();
    }
}
