package dev.reelstore.testkit.history;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.WorkerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A history of one job written by hand. Times of calls are whole numbers; those of the store are seconds. */
final class Tape {

    static final WorkerId ANN = WorkerId.next();
    static final WorkerId BOB = WorkerId.next();

    private static final String QUEUE = "default";
    private static final String TYPE = "encode";

    private final List<Operation> operations = new ArrayList<>();
    private final JobId job = JobId.next();
    private long now;

    /** A job of two attempts was created. */
    static Tape created() {
        Tape tape = new Tape();
        return tape.then(tape.create(), new Answer.Changed(true));
    }

    Call create() {
        return new Call.Create(job, QUEUE, TYPE, 2, true);
    }

    Call read() {
        return new Call.Read(job);
    }

    Call cancel() {
        return new Call.Cancel(job);
    }

    Call retry() {
        return new Call.Retry(job);
    }

    Call delete() {
        return new Call.Delete(job);
    }

    Call claim(WorkerId worker) {
        return new Call.Claim(worker, QUEUE, List.of(TYPE), 1);
    }

    Call settle(Call.Way way, WorkerId worker, long fence) {
        return new Call.Settle(way, held(worker, fence));
    }

    Call heartbeat(WorkerId worker, long fence) {
        return new Call.Heartbeat(worker, List.of(held(worker, fence)));
    }

    Held held(WorkerId worker, long fence) {
        return new Held(job, fence, new UUID(0, fence), worker);
    }

    /** A claim at second 10 times its fence, under a lease of 5 seconds. */
    Answer took(WorkerId worker, long fence, int attempt) {
        return took(worker, fence, attempt, fence * 10);
    }

    Answer took(WorkerId worker, long fence, int attempt, long second) {
        return new Answer.Took(List.of(new Taken(
                held(worker, fence), attempt, 2, Instant.ofEpochSecond(second), Instant.ofEpochSecond(second + 5))));
    }

    Answer holdsUntil(long second) {
        return new Answer.Beat(Instant.ofEpochSecond(second), List.of());
    }

    static Answer stands(JobStatus status, int attempt) {
        return new Answer.Stands(status, attempt);
    }

    static Answer done(boolean changed) {
        return new Answer.Changed(changed);
    }

    Tape claimed(WorkerId worker, long fence, int attempt) {
        return then(claim(worker), took(worker, fence, attempt));
    }

    /** An operation after all before it. */
    Tape then(Call call, Answer answer) {
        long begun = now + 1;
        return at(begun, begun + 1, call, answer);
    }

    /** An operation at a time of its own. */
    Tape at(long invoked, long returned, Call call, Answer answer) {
        operations.add(new Operation("p", "t", call, invoked, returned, answer));
        now = Math.max(now, returned);
        return this;
    }

    /** An operation after all before it whose outcome nobody knows. */
    Tape lost(Call call) {
        now++;
        operations.add(new Operation("p", "t", call, now, Operation.NEVER, null));
        return this;
    }

    History history() {
        return new History(operations);
    }

    HistoryCheck check() {
        return HistoryCheck.of(history());
    }

    List<Violation.Rule> broken() {
        return check().violations().stream().map(Violation::rule).distinct().toList();
    }
}
