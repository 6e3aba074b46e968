package dev.reelstore.cli.bench;

import java.util.Locale;

/**
 * What limits a kind of work, and from which figures that follows.
 *
 * @param limit what it is
 * @param sentence the same for people, with the figures
 */
public record Verdict(Limit limit, String sentence) {

    /** A create is one statement that commits by itself. */
    private static final int TRIPS = 1;

    /** Threads that merely wait for something far away do not get in each other's way. */
    private static final double WAITING = 0.7 * Creates.THREADS;

    /** Of jobs that are created one by one. */
    public static Verdict ofCreates(BenchResult result) {
        Creates creates = result.creates();
        double whole = creates.aloneMicros();
        double flush = Math.min(result.ground().flushMicros(), whole);
        double way = Math.min(TRIPS * result.ground().roundTripMicros(), whole - flush);
        double work = whole - flush - way;
        Load load = creates.together().load();
        boolean waiting = creates.gain() >= WAITING;
        Limit limit = limit(flush, way, work, waiting, load);
        return new Verdict(
                limit,
                text(
                        "Creates are limited by %s. Alone, one takes %,.0f µs: about %,.0f in round trips, %,.0f in the"
                                + " flush at its commit, %,.0f in work; %d threads create %.1f times as many as one%s.",
                        name(limit, load, result.settings().standbys()),
                        whole,
                        way,
                        flush,
                        work,
                        Creates.THREADS,
                        creates.gain(),
                        waiting ? ", and more would create more" : ""));
    }

    /** Threads that hardly hinder each other wait, however busy others keep this machine. */
    private static Limit limit(double flush, double way, double work, boolean waiting, Load load) {
        if (waiting && way >= Math.max(flush, work)) {
            return Limit.ROUND_TRIP;
        }
        boolean flushing = flush >= Math.max(way, work);
        if (load.full() && !(waiting && flushing)) {
            return Limit.PROCESSORS;
        }
        return flushing ? Limit.FLUSH : Limit.SERVER;
    }

    /** Of jobs that are worked off by handlers that merely return. */
    public static Verdict ofDrain(BenchResult result) {
        Load load = result.drain().load();
        return load.full()
                ? new Verdict(Limit.PROCESSORS, text("Draining is limited by %s.", name(Limit.PROCESSORS, load, false)))
                : new Verdict(
                        Limit.SERVER,
                        text(
                                "Draining is limited by the server or the way to it (%s): batches of claims and completions"
                                        + " go there, a few at a time.",
                                words(load)));
    }

    private static String name(Limit limit, Load load, boolean standbys) {
        return switch (limit) {
            case PROCESSORS ->
                "the processors of this machine (" + words(load)
                        + "; the rest is the server, if it runs here, and others)";
            case FLUSH ->
                "what the server waits for at each commit, the flush of its disk"
                        + (standbys ? " and its standbys" : "") + " (" + words(load) + ")";
            case ROUND_TRIP -> "the way to the server (" + words(load) + ")";
            case SERVER -> "the server, its processors or what it waits for (" + words(load) + ")";
        };
    }

    private static String words(Load load) {
        Double machine = load.machine();
        String command = text("%.0f %% by this command", 100 * load.command());
        return machine == null
                ? "processors here busy to " + command
                : text("processors here busy to %.0f %%, ", 100 * machine) + command;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
