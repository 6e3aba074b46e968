package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StorePoolExhaustedException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StandingRequests;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Creates of single jobs. Those that come while one is under way share the next statement, and so the next commit; each
 * caller waits for it. One that comes alone waits for nobody, and answers a worker that waits for a job. Where a shared one
 * fails, each is done again alone.
 * Safe from any thread.
 */
final class GatheredCreates {

    private static final int TOGETHER = 100;

    private final StandaloneScope scope;
    private final StandingRequests requests;
    private final AnsweringCreates answering;
    private final Deque<Arrival> waiting = new ArrayDeque<>();
    private boolean underWay;

    GatheredCreates(StandaloneScope scope, StandingRequests requests) {
        this.scope = scope;
        this.requests = requests;
        this.answering = new AnsweringCreates(scope);
    }

    /** The job, or nothing where its id is there already. */
    Optional<CreatedJob> create(NewJob job) {
        Arrival mine = new Arrival(job);
        if (enter(mine) || mine.awaitTurn()) {
            return lead(mine);
        }
        return mine.ended() ? mine.outcome() : alone(job);
    }

    private synchronized boolean enter(Arrival mine) {
        if (!underWay) {
            underWay = true;
            return true;
        }
        waiting.add(mine);
        return false;
    }

    private Optional<CreatedJob> lead(Arrival mine) {
        List<Arrival> group = gather(mine);
        try {
            if (group.size() > 1) {
                together(group);
            }
            return mine.ended() ? mine.outcome() : alone(mine.job());
        } finally {
            group.forEach(Arrival::goAlone);
            handOver();
        }
    }

    /** Whoever names an id that is in the group already goes alone, so that it meets the job which that made. */
    private synchronized List<Arrival> gather(Arrival mine) {
        List<Arrival> group = new ArrayList<>();
        Set<JobId> ids = new HashSet<>();
        for (Arrival next = mine; next != null; next = group.size() < TOGETHER ? waiting.poll() : null) {
            if (ids.add(next.job().id())) {
                group.add(next);
            } else {
                next.goAlone();
            }
        }
        return group;
    }

    private synchronized void handOver() {
        Arrival next = waiting.poll();
        if (next == null) {
            underWay = false;
        } else {
            next.takeTurn();
        }
    }

    private void together(List<Arrival> group) {
        List<NewJob> jobs = group.stream()
                .map(Arrival::job)
                .sorted(Comparator.comparing(NewJob::id))
                .toList();
        try {
            Map<JobId, CreatedJob> created =
                    scope.<List<CreatedJob>>writeOnce("create jobs", session -> JobInserts.many(session, jobs)).stream()
                            .collect(Collectors.toMap(CreatedJob::id, Function.identity()));
            group.forEach(arrival ->
                    arrival.end(Optional.ofNullable(created.get(arrival.job().id()))));
        } catch (OutcomeUnknownException doubt) {
            group.forEach(
                    arrival -> arrival.fail(new OutcomeUnknownException(String.valueOf(doubt.getMessage()), doubt)));
        } catch (StorePoolExhaustedException | StoreUnavailableException | StoreConnectionException away) {
            // No connection could be had, whoever asks: none of them shall wait for one a second time.
            group.forEach(arrival -> arrival.fail(away));
        } catch (RuntimeException refused) {
            // One of them may be to blame, and its neighbours must not pay for that.
            group.forEach(Arrival::goAlone);
        }
    }

    private Optional<CreatedJob> alone(NewJob job) {
        return requests.take(job).map(request -> answering.create(job, request)).orElseGet(() -> unanswering(job));
    }

    private Optional<CreatedJob> unanswering(NewJob job) {
        return scope.<Optional<CreatedJob>>writeOnce("create job", session -> JobInserts.one(session, job));
    }
}
