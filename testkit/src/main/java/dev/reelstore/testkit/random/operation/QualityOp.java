package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityId;
import dev.reelstore.domain.quality.QualityPatch;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.video.VideoId;
import java.util.List;
import java.util.Map;

/** Puts, finds and changes renditions. */
public sealed interface QualityOp extends Op {

    /** Puts one. */
    record Put(NewQuality quality) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().put(quality);
        }
    }

    /** Puts some in one step. */
    record PutAll(List<NewQuality> qualities) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().putAll(qualities);
        }
    }

    /** Finds one. */
    record Find(QualityId id) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().find(id);
        }
    }

    /** Reads one that must be there. */
    record Get(QualityId id) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().get(id);
        }
    }

    /** Reads those of a video. */
    record ListOf(VideoId video) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().list(video);
        }
    }

    /** Finds the default of a video. */
    record FindDefault(VideoId video) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().findDefault(video);
        }
    }

    /** Finds the default of a video if it can be played. */
    record FindDefaultReady(VideoId video) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().findDefaultReady(video);
        }
    }

    /** Sets the status of one. */
    record UpdateStatus(QualityId id, QualityStatus status) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().updateStatus(id, status);
        }
    }

    /** Sets the statuses of some in one step. */
    record UpdateStatuses(Map<QualityId, QualityStatus> statuses) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().updateStatuses(statuses);
        }
    }

    /** Patches one. */
    record Update(QualityId id, QualityPatch patch) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().update(id, patch);
        }
    }

    /** Deletes one. */
    record Delete(QualityId id) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().delete(id);
        }
    }

    /** Makes one the default of a video. */
    record SetDefault(VideoId video, QualityId id) implements QualityOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().qualities().setDefault(video, id);
        }
    }
}
