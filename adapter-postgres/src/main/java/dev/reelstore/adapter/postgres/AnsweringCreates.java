package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StorePoolExhaustedException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StandingRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates of jobs that answer a waiting worker in the same round trip. Safe from any thread. */
final class AnsweringCreates {

    private static final Logger LOG = LoggerFactory.getLogger(AnsweringCreates.class);

    private final StandaloneScope scope;

    AnsweringCreates(StandaloneScope scope) {
        this.scope = scope;
    }

    /**
     * What came of it.
     *
     * @param created the job, or nothing where its id is there already
     * @param claims what the worker got
     */
    private record Both(Optional<CreatedJob> created, List<Claim> claims) {}

    /** The job, or nothing where its id is there already. */
    Optional<CreatedJob> create(NewJob job, StandingRequest request) {
        boolean doubt = true;
        List<Claim> claims = List.of();
        try {
            Both both = scope.<Both>writeOnce("create job", session -> both(session, job, request.claims()));
            claims = both.claims();
            doubt = false;
            return both.created();
        } catch (OutcomeUnknownException unknown) {
            throw unknown;
        } catch (StorePoolExhaustedException | StoreUnavailableException | StoreConnectionException away) {
            doubt = false;
            throw away;
        } catch (RuntimeException refused) {
            // The claim may be to blame, and the job must not pay for that.
            LOG.debug("a job is created without being handed over: {}", refused.toString());
            return scope.<Optional<CreatedJob>>writeOnce("create job", session -> JobInserts.one(session, job));
        } finally {
            if (doubt) {
                request.doubt();
            } else {
                request.answer(claims);
            }
        }
    }

    /** The others have to hear of a job that was not handed over; where it is now or never, they hear of it in any case. */
    private Both both(Session session, NewJob job, ClaimRequest request) {
        boolean now = !scope.ringsLater();
        QueuePlace mark = scope.marks().of(request).look(System.nanoTime()).from();
        ClaimAttempt attempt = new ClaimAttempt(request, false, mark == null ? QueuePlace.FIRST : mark);
        List<List<?>> answers = session.claims().createAndClaim(NewJobRow.of(job, now, attempt));
        Optional<CreatedJob> created =
                answers.get(0).stream().map(row -> (CreatedJob) row).findFirst();
        List<Claim> claims = answers.get(3).stream()
                .map(row -> (Claim) row)
                .sorted(Comparator.comparing(claim -> QueuePlace.of(claim.job())))
                .toList();
        created.ifPresent(made -> {
            JobInserts.came(session, job, made);
            if (!now && claims.stream().noneMatch(claim -> claim.jobId().equals(made.id()))) {
                session.wakes().afterCommit(Set.of(job.queue()));
            }
        });
        return new Both(created, claims);
    }
}
