package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.Target;

/** What jobs stand in each other's way for: their type and target. */
record TargetKey(String type, String targetType, String targetId) {

    static TargetKey of(String type, Target target) {
        return new TargetKey(type, target.type(), target.id());
    }
}
