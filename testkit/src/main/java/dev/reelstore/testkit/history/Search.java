package dev.reelstore.testkit.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Looks for an order of one job's operations that explains their answers: the search of Wing and Gong, which tries what
 * may come next, with Lowe's memory of what has been tried: the operations that are done, and the state.
 *
 * <p>An operation may come next if none that is still open returned before it was invoked. One without an answer need
 * never come.
 */
final class Search {

    private record Point(BitSet done, JobState state) {}

    private record Move(int operation, JobState state) {}

    private record Level(Point point, int operation, Iterator<Move> moves) {}

    private final JobModel model;
    private final List<Operation> operations;
    private final int most;
    private final Set<Point> seen = new HashSet<>();
    private List<Integer> furthest = List.of();
    private JobState stuck;

    /**
     * @param operations in the order in which they were invoked
     * @param most how many points to look at before giving up
     */
    Search(JobModel model, List<Operation> operations, JobState start, int most) {
        this.model = model;
        this.operations = operations;
        this.most = most;
        this.stuck = start;
    }

    Result run() {
        JobState start = stuck;
        BitSet needed = new BitSet();
        for (int i = 0; i < operations.size(); i++) {
            needed.set(i, operations.get(i).known());
        }
        Deque<Level> path = new ArrayDeque<>();
        enter(path, new Point(new BitSet(), start), -1);
        while (!path.isEmpty()) {
            Level level = path.getLast();
            if (covers(level.point().done(), needed)) {
                return Result.LEGAL;
            } else if (seen.size() > most) {
                return Result.UNDECIDED;
            } else if (level.moves().hasNext()) {
                Move move = level.moves().next();
                BitSet done = (BitSet) level.point().done().clone();
                done.set(move.operation());
                enter(path, new Point(done, move.state()), move.operation());
            } else {
                path.removeLast();
            }
        }
        return Result.ILLEGAL;
    }

    /** The longest beginning of an order that was found, as places in the operations. */
    List<Integer> furthest() {
        return furthest;
    }

    /** The state after {@link #furthest()}. */
    JobState stuck() {
        return stuck;
    }

    private void enter(Deque<Level> path, Point point, int operation) {
        if (!seen.add(point)) {
            return;
        }
        path.addLast(new Level(point, operation, moves(point).iterator()));
        if (path.size() - 1 > furthest.size()) {
            furthest = path.stream().map(Level::operation).skip(1).toList();
            stuck = point.state();
        }
    }

    private List<Move> moves(Point point) {
        List<Move> moves = new ArrayList<>();
        for (int next : mayComeNext(point.done())) {
            Operation operation = operations.get(next);
            List<JobState> after = model.after(point.state(), operation.call(), operation.answer());
            if (!after.isEmpty() && JobModel.neverChanges(operation.call(), operation.answer())) {
                // It fits: whatever order there is, it can as well come now.
                return List.of(new Move(next, point.state()));
            }
            for (JobState state : after) {
                if (operation.known() || !state.equals(point.state())) {
                    moves.add(new Move(next, state));
                }
            }
        }
        return moves;
    }

    private List<Integer> mayComeNext(BitSet done) {
        List<Integer> next = new ArrayList<>();
        long earliest = Operation.NEVER;
        for (int i = done.nextClearBit(0); i < operations.size(); i = done.nextClearBit(i + 1)) {
            if (operations.get(i).invoked() > earliest) {
                break;
            }
            next.add(i);
            earliest = Math.min(earliest, operations.get(i).returned());
        }
        long bound = earliest;
        next.removeIf(i -> operations.get(i).invoked() > bound);
        next.sort(Comparator.comparingLong(i -> operations.get(i).returned()));
        return next;
    }

    private static boolean covers(BitSet done, BitSet needed) {
        BitSet missing = (BitSet) needed.clone();
        missing.andNot(done);
        return missing.isEmpty();
    }

    enum Result {
        LEGAL,
        ILLEGAL,
        UNDECIDED
    }
}
