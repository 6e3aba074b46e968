package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.Video;
import dev.reelstore.domain.video.VideoId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a unit of work made of one row. It fits onto any state in which nobody else changed that row since. */
sealed interface Row
        permits JobRow,
                Row.JobGone,
                Row.Lease,
                Row.LeaseGone,
                JournalRow,
                Row.ChannelRow,
                Row.ChannelGone,
                Row.VideoRow,
                Row.VideoGone,
                Row.QualityRow,
                Row.QualityGone,
                AnalysisRow {

    /** The identity of the row; different kinds of rows have different kinds of keys. */
    Object key();

    /** The state with this row in it (or out of it). */
    State onto(State state);

    /** A job that is deleted. */
    record JobGone(JobId key) implements Row {
        @Override
        public State onto(State state) {
            return state.withoutJob(key);
        }
    }

    /**
     * The lease of a worker.
     *
     * @param duty what it claims, or null where it did not say
     */
    record Lease(WorkerId key, Instant until, @Nullable Duty duty) implements Row {

        boolean holdsAt(Instant time) {
            return until.isAfter(time);
        }

        @Override
        public State onto(State state) {
            return state.leases(state.leases().with(this));
        }
    }

    /** A lease that has ended. */
    record LeaseGone(WorkerId key) implements Row {
        @Override
        public State onto(State state) {
            Lease ended = state.lease(key);
            return ended == null ? state : state.leases(state.leases().without(ended));
        }
    }

    /** A channel. */
    record ChannelRow(Channel channel) implements Row {
        @Override
        public Object key() {
            return channel.id();
        }

        @Override
        public State onto(State state) {
            return state.channels(state.channels().with(channel));
        }
    }

    /** A channel that is deleted; its videos are rows of their own. */
    record ChannelGone(ChannelId key) implements Row {
        @Override
        public State onto(State state) {
            return state.channels(state.channels().without(key));
        }
    }

    /** A video. */
    record VideoRow(Video video) implements Row {
        @Override
        public Object key() {
            return video.id();
        }

        @Override
        public State onto(State state) {
            return state.videos(state.videos().with(video));
        }
    }

    /** A video that is deleted; its renditions are rows of their own. */
    record VideoGone(VideoId key) implements Row {
        @Override
        public State onto(State state) {
            return state.videos(state.videos().without(key));
        }
    }

    /** A rendition. */
    record QualityRow(VideoQuality quality) implements Row {
        @Override
        public Object key() {
            return quality.id();
        }

        @Override
        public State onto(State state) {
            return state.qualities(state.qualities().with(quality));
        }
    }

    /** A rendition that is deleted. */
    record QualityGone(QualityId key) implements Row {
        @Override
        public State onto(State state) {
            return state.qualities(state.qualities().without(key));
        }
    }
}
