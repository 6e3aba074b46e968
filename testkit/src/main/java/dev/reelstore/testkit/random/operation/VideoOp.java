package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.value.SourceHash;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;
import dev.reelstore.domain.video.VideoPatch;
import dev.reelstore.domain.video.VideoQuery;
import dev.reelstore.domain.video.VideoStatus;
import java.util.List;
import java.util.Map;

/** Makes, finds and changes videos. */
public sealed interface VideoOp extends Op {

    /** Creates one. */
    record Create(NewVideo video) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().create(video);
        }
    }

    /** Creates some in one step. */
    record CreateAll(List<NewVideo> videos) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().createAll(videos);
        }
    }

    /** Registers one by the name that another system has for it. */
    record RegisterByExternalId(NewVideo video) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().registerByExternalId(video);
        }
    }

    /** Registers one by its source. */
    record RegisterBySourceHash(NewVideo video) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().registerBySourceHash(video);
        }
    }

    /** Finds one. */
    record Find(VideoId id) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().find(id);
        }
    }

    /** Reads one that must be there. */
    record Get(VideoId id) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().get(id);
        }
    }

    /** Finds one by its other name. */
    record FindByExternalId(String externalId) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().findByExternalId(externalId);
        }
    }

    /** Finds one by its source. */
    record FindBySourceHash(SourceHash hash) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().findBySourceHash(hash);
        }
    }

    /** Sets the status of one. */
    record UpdateStatus(VideoId id, VideoStatus status) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().updateStatus(id, status);
        }
    }

    /** Sets the statuses of some in one step. */
    record UpdateStatuses(Map<VideoId, VideoStatus> statuses) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().updateStatuses(statuses);
        }
    }

    /** Patches one. */
    record Update(VideoId id, VideoPatch patch) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().update(id, patch);
        }
    }

    /** Reads a page. */
    record Page(VideoQuery query) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().list(query);
        }
    }

    /** Deletes one. */
    record Delete(VideoId id) implements VideoOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().videos().delete(id);
        }
    }
}
