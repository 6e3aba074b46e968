package dev.reelstore.cli.report;

/** Shows a person how work goes. Safe from any thread. */
public interface Display extends AutoCloseable {

    /** Shows a line that stays. */
    void say(String line);

    /**
     * Shows how far something has come.
     *
     * @param key which thing
     * @param name what it is called
     * @param percent 0 to 100
     * @param doing what is being done, in a word or two
     */
    void update(Object key, String name, double percent, String doing);

    /** Shows no more of this thing. */
    void remove(Object key);

    /** Shows how many things of all have ended. */
    void overall(long ended, long all);

    /** Takes away what does not stay; later calls do nothing. */
    @Override
    void close();
}
