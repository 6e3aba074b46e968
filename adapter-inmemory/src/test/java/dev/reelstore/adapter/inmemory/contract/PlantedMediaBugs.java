package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.contract.DefaultQualityContract;
import dev.reelstore.testkit.contract.QualityChangeContract;
import dev.reelstore.testkit.contract.QualityContract;
import dev.reelstore.testkit.contract.VideoContract;
import dev.reelstore.testkit.contract.VideoRaceContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in videos and renditions. */
final class PlantedMediaBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "a new default leaves the old one",
                            "QualityChanges.java",
                            "if (current != null && !current.id().equals(id)) {",
                            "if (false) {")
                    .caughtBy(DefaultQualityContract.class),
            PlantedBug.of(
                            "a default whose status becomes FAILED keeps its flag",
                            "QualityPatching.java",
                            "old.isDefault() && status != QualityStatus.FAILED",
                            "old.isDefault()")
                    .caughtBy(DefaultQualityContract.class)
                    .caughtBy(QualityChangeContract.class),
            PlantedBug.of(
                            "a default that is put again as FAILED keeps its flag",
                            "QualityChanges.java",
                            "old != null && old.isDefault() && quality.status() != QualityStatus.FAILED",
                            "old != null && old.isDefault()")
                    .caughtBy(DefaultQualityContract.class),
            PlantedBug.of(
                            "a rendition of another video becomes the default",
                            "QualityChanges.java",
                            "if (seen == null || !seen.video().equals(video)) {",
                            "if (seen == null) {")
                    .caughtBy(DefaultQualityContract.class),
            PlantedBug.of(
                            "a FAILED rendition becomes the default",
                            "QualityChanges.java",
                            "if (chosen == null || chosen.status() == QualityStatus.FAILED) {",
                            "if (chosen == null) {")
                    .caughtBy(DefaultQualityContract.class),
            PlantedBug.of(
                            "a put changes the id",
                            "QualityChanges.java",
                            "old == null ? quality.id() : old.id()",
                            "quality.id()")
                    .caughtBy(QualityContract.class),
            PlantedBug.of(
                            "a put changes the time of creation",
                            "QualityChanges.java",
                            "old == null ? now : old.createdAt()",
                            "now")
                    .caughtBy(QualityContract.class),
            PlantedBug.of(
                            "renditions go by the names of their levels",
                            "InMemoryQualityStore.java",
                            "sorted(VideoQuality.BEST_FIRST)",
                            "sorted(java.util.Comparator.comparing(quality -> quality.level().label()))")
                    .caughtBy(QualityContract.class),
            PlantedBug.of(
                            "a rendition needs no video",
                            "QualityChanges.java",
                            "if (overlay.video(quality.video()) == null) {",
                            "if (false) {")
                    .caughtBy(QualityContract.class),
            PlantedBug.of(
                            "two videos have one source",
                            "VideoCreation.java",
                            "refuse(\"source hash \" + hash, hash == null ? null : overlay.video(hash));",
                            "")
                    .caughtBy(VideoContract.class),
            PlantedBug.of(
                            "racing registrations take no turns",
                            "VideoCreation.java",
                            "overlay.lock(name);\n        Video there = named.get();",
                            "Video there = null;")
                    .caughtBy(VideoRaceContract.class));

    private PlantedMediaBugs() {}
}
