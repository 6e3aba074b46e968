package dev.reelstore.testkit.history;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An operation in a few words. */
final class Words {

    private Words() {}

    static String of(Operation operation) {
        return operation.process() + "/" + operation.thread() + ": " + asked(operation.call()) + " -> "
                + answered(operation.answer());
    }

    private static String asked(Call call) {
        if (call instanceof Call.Settle settle) {
            return settle.way().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + claim(settle.claim());
        } else if (call instanceof Call.Claim claim) {
            return "claim " + claim.limit() + " for " + brief(claim.worker());
        } else if (call instanceof Call.Heartbeat beat) {
            return "heartbeat of " + brief(beat.worker()) + " with "
                    + beat.held().stream().map(Words::claim).collect(Collectors.joining(", "));
        } else if (call instanceof Call.Retire retire) {
            return "retire " + brief(retire.worker());
        } else if (call instanceof Call.Sweep sweep) {
            return "sweep: " + sweep.kind().name().toLowerCase(Locale.ROOT);
        }
        return call.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String answered(@Nullable Answer answer) {
        if (answer == null) {
            return "unknown";
        } else if (answer instanceof Answer.Took took) {
            return took.jobs().isEmpty()
                    ? "nothing"
                    : took.jobs().stream()
                            .map(taken -> claim(taken.claim()) + " attempt " + taken.attempt() + " of "
                                    + taken.attemptLimit())
                            .collect(Collectors.joining(", "));
        } else if (answer instanceof Answer.Beat beat) {
            return beat.lost().isEmpty()
                    ? "all hold"
                    : "lost " + beat.lost().stream().map(Words::claim).collect(Collectors.joining(", "));
        } else if (answer instanceof Answer.Changed changed) {
            return changed.changed() ? "done" : "no";
        } else if (answer instanceof Answer.Became became) {
            return became.status() == null ? "no" : became.status().name();
        } else if (answer instanceof Answer.Stands stands) {
            return stands.status() == null ? "not there" : stands.status() + " attempt " + stands.attempt();
        }
        if (!(answer instanceof Answer.Count count)) {
            return "undone";
        }
        return count.jobs() + " jobs" + (count.failed() == 0 ? "" : ", " + count.failed() + " failed");
    }

    private static String claim(Held claim) {
        return "fence " + claim.fence() + " (" + brief(claim.token()) + " of " + brief(claim.worker()) + ")";
    }

    /** The end of an id, which tells two apart. */
    private static String brief(Object id) {
        String text = id.toString();
        return text.substring(text.length() - 4);
    }
}
