package dev.reelstore.testkit.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What clients of one store did, by the time of the calls. Times are {@link System#nanoTime()}, which on Linux is one
 * clock for all processes of a machine, so that histories of several can be put together; those of several machines
 * cannot.
 *
 * @param operations in the order in which they were invoked
 */
public record History(List<Operation> operations) {

    /** Puts them in order. */
    public History {
        operations = operations.stream()
                .sorted(Comparator.comparingLong(Operation::invoked))
                .toList();
    }

    /** Both together, of clients of the same store. */
    public History and(History other) {
        List<Operation> all = new ArrayList<>(operations);
        all.addAll(other.operations);
        return new History(all);
    }

    /**
     * Puts together what processes wrote to files. Calls without an answer have an unknown outcome; a last line that was
     * not written to its end is left out.
     *
     * @throws IOException when a file cannot be read
     * @throws IllegalArgumentException when a line is none of a history, or two processes have one name
     */
    public static History read(Collection<Path> files) throws IOException {
        List<Event> events = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(line -> Tokens.read(Event.class, line))
                    .forEach(events::add);
        }
        return of(events);
    }

    static History of(Iterable<Event> events) {
        Map<Key, Operation> operations = new LinkedHashMap<>();
        for (Event event : events) {
            Key key = new Key(event.process(), event.number());
            if (event instanceof Event.Invoked begun) {
                Operation open = new Operation(
                        begun.process(), begun.thread(), begun.call(), begun.nanos(), Operation.NEVER, null);
                if (operations.putIfAbsent(key, open) != null) {
                    throw new IllegalArgumentException(
                            "two processes are named '" + key.process() + "': give each a name of its own");
                }
                continue;
            }
            Operation open = operations.get(key);
            if (open == null || open.known()) {
                throw new IllegalArgumentException("an answer without its call, " + key);
            }
            Event.Returned done = (Event.Returned) event;
            operations.put(
                    key,
                    new Operation(
                            open.process(), open.thread(), open.call(), open.invoked(), done.nanos(), done.answer()));
        }
        return new History(List.copyOf(operations.values()));
    }

    private record Key(String process, long number) {}
}
