package dev.reelstore.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Many threads that begin at the same moment. */
final class Racers {

    /** How many race where nothing else is said. */
    static final int MANY = 32;

    private Racers() {}

    /** What each of the {@link #MANY} threads answered, by its number from 0; fails when one of them failed. */
    static <T> List<T> race(Course<T> course) {
        return race(MANY, course);
    }

    /** What each of so many threads answered, by its number from 0; fails when one of them failed. */
    static <T> List<T> race(int racers, Course<T> course) {
        CountDownLatch ready = new CountDownLatch(racers);
        List<Elsewhere<T>> running = new ArrayList<>();
        for (int i = 0; i < racers; i++) {
            int number = i;
            running.add(Elsewhere.start(() -> {
                ready.countDown();
                ready.await();
                return course.run(number);
            }));
        }
        List<T> answers = new ArrayList<>();
        for (Elsewhere<T> racer : running) {
            answers.add(racer.answer());
        }
        return answers;
    }

    /** What one of the threads does. */
    @FunctionalInterface
    interface Course<T> {

        T run(int number) throws Exception;
    }
}
