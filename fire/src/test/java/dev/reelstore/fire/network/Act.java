package dev.reelstore.fire.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.fire.campaign.Campaign;
import dev.reelstore.fire.campaign.Report;
import java.util.concurrent.Callable;

/**
 * One call that commits once, and a question that tells what came of it.
 *
 * @param name for people
 * @param call answers whether it says that it took effect
 * @param question how many records there are of it
 * @param records how many there are to be
 */
record Act(String name, Callable<Boolean> call, String question, long records) {

    /** What the caller was told. */
    enum Told {
        TOOK_EFFECT,
        CHANGED_NOTHING,
        UNKNOWN
    }

    /** Makes the call; every exception but those of the store is a failure of the campaign. */
    Told tell(Campaign campaign) throws Exception {
        campaign.report().operations(1);
        try {
            return call.call() ? Told.TOOK_EFFECT : Told.CHANGED_NOTHING;
        } catch (OutcomeUnknownException doubt) {
            campaign.writings().add(doubt);
            return Told.UNKNOWN;
        } catch (StoreException refused) {
            campaign.writings().add(refused);
            return Told.CHANGED_NOTHING;
        }
    }

    /**
     * Holds what the caller was told against what is there, and books it.
     *
     * @param cut how the call was cut off
     * @param mayBeUnknown whether a commit had begun
     */
    void judge(Told told, long found, String cut, boolean mayBeUnknown, Report report) {
        report.fault(cut);
        report.twice(Math.max(0, found - records));
        boolean right = found
                == switch (told) {
                    case TOOK_EFFECT -> records;
                    case CHANGED_NOTHING -> 0;
                    case UNKNOWN -> found == 0 ? 0 : records;
                };
        if (told == Told.UNKNOWN) {
            report.ambiguous();
        } else if (mayBeUnknown) {
            report.resolved(right);
        }
        if (told == Told.TOOK_EFFECT) {
            report.lost(Math.max(0, records - found));
        }
        assertThat(right)
                .as("%s, cut %s: told %s, and %d of %d are there", name, cut, told, found, records)
                .isTrue();
        assertThat(told == Told.UNKNOWN && !mayBeUnknown)
                .as("%s, cut %s: unknown though no commit had begun", name, cut)
                .isFalse();
    }
}
