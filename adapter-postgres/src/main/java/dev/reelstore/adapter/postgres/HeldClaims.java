package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Claim;
import java.util.List;
import java.util.UUID;

/** Claims turned into one list per column. */
record HeldClaims(List<Claim> claims) {

    List<UUID> jobs() {
        return claims.stream().map(claim -> claim.jobId().value()).toList();
    }

    List<Long> fences() {
        return claims.stream().map(Claim::fence).toList();
    }

    List<UUID> tokens() {
        return claims.stream().map(Claim::token).toList();
    }
}
