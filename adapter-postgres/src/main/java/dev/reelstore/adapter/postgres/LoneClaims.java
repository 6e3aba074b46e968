package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims as transactions of their own. Safe from any thread where its scope is. */
final class LoneClaims {

    private static final Logger LOG = LoggerFactory.getLogger(LoneClaims.class);

    private static final int PROMOTED_AT_ONCE = 1_000;

    private final Scope scope;

    LoneClaims(Scope scope) {
        this.scope = scope;
    }

    /** In no order. */
    List<Claim> claim(ClaimRequest request) {
        LowWaterMark mark = scope.marks().of(request);
        try {
            return claim(request, mark);
        } catch (RuntimeException failed) {
            // What it had taken stands in front again.
            mark.takeBack();
            throw failed;
        }
    }

    private List<Claim> claim(ClaimRequest request, LowWaterMark mark) {
        LowWaterMark.Look look = mark.look(System.nanoTime());
        if (look.from() == null) {
            return claimAmongAll(request, mark, look);
        }
        Found found = look(request, look.from());
        mark.found(look, found.first(), System.nanoTime());
        List<Claim> claims = new ArrayList<>(found.claims());
        if (claims.size() < request.limit()) {
            mark.takeBack();
            addFromInFront(claims, request.limit(request.limit() - claims.size()), mark);
        }
        return claims;
    }

    /** What was claimed before is worth more than to hear of a failure now, which comes again. */
    private void addFromInFront(List<Claim> claims, ClaimRequest rest, LowWaterMark mark) {
        try {
            claims.addAll(claimAmongAll(rest, mark, mark.look(System.nanoTime())));
        } catch (StoreException failed) {
            if (claims.isEmpty()) {
                throw failed;
            }
            LOG.debug("fewer jobs are claimed than there may be: {}", failed.toString());
        }
    }

    private List<Claim> claimAmongAll(ClaimRequest request, LowWaterMark mark, LowWaterMark.Look look) {
        long begin = System.nanoTime();
        Found found = look(request, QueuePlace.FIRST);
        mark.lookedThroughAll(look, found.first(), begin, System.nanoTime(), found.dead());
        return found.claims();
    }

    private Found look(ClaimRequest request, QueuePlace from) {
        boolean promoted = false;
        while (true) {
            ClaimAttempt attempt = new ClaimAttempt(request, promoted, from);
            List<List<?>> answers = scope.<List<List<?>>>writeOnce(
                    "claim jobs", session -> session.claims().claimAlone(attempt));
            ClaimLeave leave = (ClaimLeave) answers.get(1).get(0);
            if (leave.given()) {
                return new Found(answers.get(2).stream().map(row -> (Claim) row).toList(), leave.dead());
            }
            if (leave.overdue()) {
                promote(request.queue());
                promoted = true;
            }
            if (!leave.leased()) {
                scope.<Instant>writeOnce(
                        "renew lease",
                        session -> session.claims().renew(request.worker(), request.lease(), request.duty()));
            }
        }
    }

    /** A transaction of its own where it can be: nobody shall pass over jobs because this claim holds them. */
    void promote(String queue) {
        int promoted;
        do {
            promoted = scope.<Integer>writeOnce("promote jobs", session -> {
                int due = session.claims().promote(queue, PROMOTED_AT_ONCE);
                if (due > 0) {
                    session.wakes().cameBack();
                }
                return due;
            });
        } while (promoted == PROMOTED_AT_ONCE);
    }

    private record Found(List<Claim> claims, long dead) {

        @Nullable
        QueuePlace first() {
            return claims.stream()
                    .map(claim -> QueuePlace.of(claim.job()))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }
}
