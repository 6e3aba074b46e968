package dev.reelstore.cli.bench;

/** What keeps work from being faster. */
public enum Limit {
    /** The way to the server and back. */
    ROUND_TRIP,
    /** What a commit waits for until it is durable. */
    FLUSH,
    /** The processors of the machine on which the command runs. */
    PROCESSORS,
    /** The server itself: its processors, or what it waits for. */
    SERVER
}
