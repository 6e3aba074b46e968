package dev.reelstore.benchmarks;

/** What fails while a run is being ended is no news. */
final class Silence {

    private Silence() {}

    /** From the moment when this process is told to end, by a signal or by itself. */
    static void atTheEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(Silence::now));
    }

    /** From now on. */
    static void now() {
        System.out.close();
        System.err.close();
    }
}
