package dev.reelstore.fire.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the statements of one session are, by the names that the client gave them. For one thread. */
final class Statements {

    private static final Pattern WRITES =
            Pattern.compile("\\b(INSERT\\s+INTO|UPDATE\\s+\\w+\\.|DELETE\\s+FROM)", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> prepared = new HashMap<>();
    private final Map<String, String> bound = new HashMap<>();

    private boolean inTransaction;

    /** Whether the server commits something that was written when it gets these messages, which the client sends at once. */
    boolean commit(List<Message> group) {
        List<String> executed = executed(group);
        boolean commits = executed.contains("COMMIT");
        boolean begins = executed.contains("BEGIN");
        boolean alone = !inTransaction && !begins;
        inTransaction = (inTransaction || begins) && !commits && !executed.contains("ROLLBACK");
        return commits
                || alone
                        && executed.stream()
                                .anyMatch(text -> WRITES.matcher(text).find());
    }

    private List<String> executed(List<Message> group) {
        List<String> executed = new ArrayList<>();
        for (Message message : group) {
            switch (message.type()) {
                case 'P' -> prepared.put(message.text(0), message.text(1));
                case 'B' -> bound.put(message.text(0), prepared.getOrDefault(message.text(1), ""));
                case 'E' -> executed.add(bound.getOrDefault(message.text(0), "").strip());
                case 'Q' -> executed.add(message.text(0).strip());
                default -> {}
            }
        }
        return executed;
    }
}
