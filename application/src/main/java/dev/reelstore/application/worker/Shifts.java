package dev.reelstore.application.worker;

import dev.reelstore.application.retry.RetryingPersistence;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Duty;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * The shifts of a started worker: one, and those before it that are still being worked off because the store may hold
 * claims for them that nobody here knows of. Safe from any thread.
 */
final class Shifts {

    private final RetryingPersistence store;
    private final WorkerSettings settings;
    private final Duty duty;
    private final Executor aside;
    private final Company company;
    private final List<Shift> all = new CopyOnWriteArrayList<>();
    private volatile Shift current;

    Shifts(RetryingPersistence store, WorkerSettings settings, Duty duty, Executor aside, Company company) {
        this.store = store;
        this.settings = settings;
        this.duty = duty;
        this.aside = aside;
        this.company = company;
        this.current = new Shift(store, settings, duty, aside, company);
        all.add(current);
    }

    /** The one to claim for; a new one when the last is in doubt. Called from the claiming thread only. */
    Shift current() {
        if (current.inDoubt()) {
            Shift next = new Shift(store, settings, duty, aside, company);
            all.add(next);
            current = next;
        }
        return current;
    }

    List<Shift> all() {
        return all;
    }

    /** Retires those that have nothing more to do, which frees what nobody knew of. */
    void retireOld(ClaimStore claims) {
        for (Shift shift : all) {
            if (shift != current && shift.attempts().isEmpty()) {
                shift.retire(claims);
                all.remove(shift);
            }
        }
    }

    List<Attempt> attempts() {
        return all.stream().flatMap(shift -> shift.attempts().stream()).toList();
    }

    int inFlight() {
        return all.stream().mapToInt(shift -> shift.attempts().size()).sum();
    }
}
