/**
 * Histories: what many clients did to jobs at once, when, and what they were answered; and whether any order of these
 * operations, one after the other, explains the answers.
 *
 * <pre>{@code
 * HistoryRecorder recorder = HistoryRecorder.inMemory("one");
 * Persistence store = recorder.recording(mine);
 * // ... threads claim, settle, rescue, cancel and retry through it ...
 * HistoryCheck.of(recorder.history()).requireLegal();
 * }</pre>
 *
 * <p>A process that may be killed writes its history to a file, {@link
 * dev.reelstore.testkit.history.HistoryRecorder#writingTo}; {@link dev.reelstore.testkit.history.History#read} puts the
 * files of several processes together. {@link dev.reelstore.testkit.history.Crowd} makes histories at random.
 */
@NullMarked
package dev.reelstore.testkit.history;

import org.jspecify.annotations.NullMarked;
