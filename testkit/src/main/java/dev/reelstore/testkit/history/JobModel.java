package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one job may do, one operation after the other: the rules that an operation's answer is held against.
 *
 * @param job the job
 * @param queue where it waits, or null where nobody saw it created
 * @param type what it is, or null as well
 * @param maxAttempts how many attempts a retry allows
 * @param fences those of the claims whose answer is known, which no other claim can have; empty where the job may have
 *     been deleted and created again
 */
record JobModel(JobId job, @Nullable String queue, @Nullable String type, int maxAttempts, Set<Long> fences) {

    private static final List<JobState> ILLEGAL = List.of();

    /**
     * The states in which the job may be after an operation.
     *
     * @return empty where the answer cannot be explained; for a call without an answer, what it would do if it took effect
     */
    List<JobState> after(JobState before, Call call, @Nullable Answer answer) {
        if (answer instanceof Answer.Undone) {
            return List.of(before);
        } else if (call instanceof Call.Create create) {
            return created(before, create, answer);
        } else if (call instanceof Call.Claim claim) {
            return claimed(before, claim, answer);
        } else if (call instanceof Call.Settle settle) {
            return settled(before, settle, answer);
        } else if (call instanceof Call.Heartbeat beat) {
            return legal(answer == null || beats(before, beat, (Answer.Beat) answer), before);
        } else if (call instanceof Call.Rescue) {
            return rescued(before, (Answer.@Nullable Count) answer);
        } else if (call instanceof Call.Retire retire) {
            boolean holds =
                    before.status() == JobStatus.RUNNING && retire.worker().equals(before.worker());
            boolean none = answer instanceof Answer.Count count && count.nothing();
            return holds ? legal(!none, before.released()) : List.of(before);
        } else if (call instanceof Call.Cancel) {
            return changed(before, live(before), before.ended(JobStatus.CANCELLED), answer);
        } else if (call instanceof Call.Delete) {
            return changed(before, before.status() != null, JobState.ABSENT, answer);
        } else if (call instanceof Call.Retry) {
            return retried(before, answer);
        } else if (call instanceof Call.Sweep sweep) {
            return swept(before, sweep.kind());
        }
        return legal(answer == null || stands(before, answer), before);
    }

    /** Whether a call with this answer changed nothing, in whatever state the job was. */
    static boolean neverChanges(Call call, @Nullable Answer answer) {
        return answer instanceof Answer.Undone
                || answer instanceof Answer.Beat
                || answer instanceof Answer.Changed changed && !changed.changed()
                || answer instanceof Answer.Became became && became.status() == null
                || answer instanceof Answer.Stands && !(call instanceof Call.Create)
                || answer != null && call instanceof Call.Settle settle && settle.way() == Call.Way.USE;
    }

    private boolean claimable(JobState state, Call.Claim claim) {
        return state.status() == JobStatus.QUEUED && state.due() && queue != null && asks(claim);
    }

    private boolean asks(Call.Claim claim) {
        return (queue == null || queue.equals(claim.queue()))
                && (type == null || claim.types().contains(type));
    }

    private static List<JobState> created(JobState before, Call.Create create, @Nullable Answer answer) {
        JobState made = JobState.created(create.maxAttempts(), create.due());
        if (answer instanceof Answer.Changed) {
            return legal(before.status() == null, made);
        } else if (answer instanceof Answer.Stands there && there.status() == null) {
            return legal(before.status() == null, before);
        }
        JobState after = before.status() == null ? made : before;
        return legal(!(answer instanceof Answer.Stands) || stands(after, answer), after);
    }

    private List<JobState> claimed(JobState before, Call.Claim claim, @Nullable Answer answer) {
        if (answer instanceof Answer.Took took && takenIn(took).isEmpty()) {
            // It asked for more than it got, so it must not have been able to take this one.
            return legal(!claimable(before, claim), before);
        } else if (before.status() != JobStatus.QUEUED) {
            return ILLEGAL;
        } else if (answer == null) {
            boolean free = !fences.contains(before.fence() + 1);
            return legal(free && asks(claim), before.claimed(claim.worker(), null));
        }
        Taken taken = takenIn((Answer.Took) answer).orElseThrow();
        JobState after = before.claimed(claim.worker(), taken.claim().token());
        boolean agrees = taken.claim().fence() == after.fence()
                && taken.attempt() == after.attempt()
                && taken.attemptLimit() == after.attemptLimit();
        return legal(agrees && asks(claim), after);
    }

    private Optional<Taken> takenIn(Answer.Took answer) {
        return answer.jobs().stream()
                .filter(taken -> taken.claim().job().equals(job))
                .findFirst();
    }

    private static List<JobState> settled(JobState before, Call.Settle settle, @Nullable Answer answer) {
        boolean holds = before.heldUnder(settle.claim());
        JobState after = !holds
                ? before
                : switch (settle.way()) {
                    case USE -> before;
                    case COMPLETE -> before.ended(JobStatus.COMPLETED);
                    case RELEASE -> before.released();
                    case FAIL_FOR_GOOD -> before.ended(JobStatus.FAILED);
                    case FAIL, FAIL_UNTIL_LATER ->
                        before.lastAttempt()
                                ? before.ended(JobStatus.FAILED)
                                : before.queued(settle.way() == Call.Way.FAIL);
                };
        if (answer instanceof Answer.Changed changed) {
            return legal(changed.changed() == holds, after);
        } else if (answer instanceof Answer.Became became) {
            return legal(became.status() == (holds ? after.status() : null), after);
        }
        return legal(holds, after);
    }

    private boolean beats(JobState before, Call.Heartbeat beat, Answer.Beat answer) {
        return beat.held().stream()
                .filter(claim -> claim.job().equals(job))
                .allMatch(claim -> before.heldUnder(claim) != answer.lost().contains(claim));
    }

    /** Which jobs a rescue freed it does not say: it may have been this one. */
    private static List<JobState> rescued(JobState before, Answer.@Nullable Count count) {
        if (before.status() != JobStatus.RUNNING) {
            return List.of(before);
        }
        boolean ends = before.lastAttempt();
        boolean some = count == null || (ends ? count.failed() : count.jobs()) > 0;
        JobState after = ends ? before.ended(JobStatus.FAILED) : before.queued(true);
        return some ? List.of(before, after) : List.of(before);
    }

    private List<JobState> retried(JobState before, @Nullable Answer answer) {
        if (answer instanceof Answer.Stands) {
            return legal(!before.retryable() && stands(before, answer), before);
        } else if (answer instanceof Answer.Became became && became.status() == null) {
            return legal(before.retryable(), before);
        }
        return legal(before.retryable(), before.retried(maxAttempts));
    }

    private List<JobState> swept(JobState before, Call.Kind kind) {
        JobState after = switch (kind) {
            case CANCEL -> live(before) ? before.ended(JobStatus.CANCELLED) : before;
            case RETRY -> before.retryable() ? before.retried(maxAttempts) : before;
            case DELETE -> JobState.ABSENT;
        };
        return after.equals(before) ? List.of(before) : List.of(before, after);
    }

    private static List<JobState> changed(JobState before, boolean changes, JobState after, @Nullable Answer answer) {
        boolean told = answer == null || ((Answer.Changed) answer).changed();
        return legal(told == changes, told ? after : before);
    }

    private static boolean live(JobState state) {
        return state.status() == JobStatus.QUEUED || state.status() == JobStatus.RUNNING;
    }

    private static boolean stands(JobState state, Answer answer) {
        Answer.Stands seen = (Answer.Stands) Objects.requireNonNull(answer);
        return seen.status() == state.status() && seen.attempt() == state.attempt();
    }

    private static List<JobState> legal(boolean legal, JobState after) {
        return legal ? List.of(after) : ILLEGAL;
    }
}
