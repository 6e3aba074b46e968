package dev.reelstore.application.worker;

/** On what kind of threads handlers run. */
public enum ThreadKind {
    /** Threads of the operating system: for handlers that compute, and for those that hold many native resources. */
    PLATFORM,
    /** Virtual threads, from JDK 21 on: for many handlers that mostly wait for a process or a network. */
    VIRTUAL
}
