package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.job.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The claims that a store has handed out, stale ones among them, also those of units that were rolled back. */
public final class KnownClaims {

    private static final UUID FORGED = new UUID(0x6f7267656400_4000L, 0x8000_0000_0000_0001L);

    private final List<Claim> handedOut = new ArrayList<>();

    KnownClaims() {}

    void add(List<Claim> claims) {
        handedOut.addAll(claims);
    }

    /** The claim that is meant, or empty where none was handed out yet. */
    Optional<Claim> find(ClaimRef ref) {
        if (handedOut.isEmpty()) {
            return Optional.empty();
        }
        Claim claim = handedOut.get(Math.max(0, handedOut.size() - 1 - ref.back()));
        return Optional.of(
                switch (ref.forgery()) {
                    case NONE -> claim;
                    case FENCE -> new Claim(claim.job(), claim.worker(), claim.fence() + 1, claim.token());
                    case TOKEN -> new Claim(claim.job(), claim.worker(), claim.fence(), FORGED);
                });
    }

    List<Claim> findAll(List<ClaimRef> refs) {
        return refs.stream().flatMap(ref -> find(ref).stream()).toList();
    }
}
