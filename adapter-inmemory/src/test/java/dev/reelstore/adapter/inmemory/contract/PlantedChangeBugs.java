package dev.reelstore.adapter.inmemory.contract;

import dev.reelstore.testkit.contract.ChannelContract;
import dev.reelstore.testkit.contract.ChannelRaceContract;
import dev.reelstore.testkit.contract.MediaRaceContract;
import dev.reelstore.testkit.contract.QualityBatchContract;
import dev.reelstore.testkit.contract.QualityChangeContract;
import dev.reelstore.testkit.contract.VideoBatchContract;
import dev.reelstore.testkit.contract.VideoChangeContract;
import dev.reelstore.testkit.contract.VideoQueryContract;
import dev.reelstore.testkit.mutation.PlantedBug;
import java.util.List;

/** Mistakes in channels, and in how videos and renditions change and go. */
final class PlantedChangeBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "racing registrations of a channel take no turns",
                            "ChannelChanges.java",
                            "        overlay.lock(LockKey.channelExternalId(channel.externalId()));\n        Channel there = overlay.view().channels().findByExternalId(channel.externalId());",
                            "        Channel there = null;")
                    .caughtBy(ChannelRaceContract.class),
            PlantedBug.of(
                            "the id of another channel is taken",
                            "ChannelChanges.java",
                            "if (other != null) {",
                            "if (false) {")
                    .caughtBy(ChannelContract.class),
            PlantedBug.of(
                            "a video needs no channel that is there",
                            "ChannelChanges.java",
                            "if (id != null && overlay.channel(id) == null) {",
                            "if (false) {")
                    .caughtBy(ChannelContract.class),
            PlantedBug.of(
                            "a channel goes while a video comes to it",
                            "ChannelChanges.java",
                            "        overlay.lock(LockKey.standing(id));\n",
                            "")
                    .caughtBy(ChannelRaceContract.class),
            PlantedBug.of(
                            "a video that comes does not hold its channel",
                            "ChannelChanges.java",
                            "overlay.share(LockKey.standing(id));",
                            "id.value();")
                    .caughtBy(ChannelRaceContract.class),
            PlantedBug.of(
                            "units that add to one channel wait for each other",
                            "ChannelChanges.java",
                            "overlay.share(LockKey.standing(id));",
                            "overlay.lock(LockKey.standing(id));")
                    .caughtBy(ChannelRaceContract.class),
            PlantedBug.of(
                            "videos stay in a channel that is gone",
                            "ChannelChanges.java",
                            "overlay.put(new Row.VideoRow(VideoChanges.withoutChannel(old)));",
                            "")
                    .caughtBy(ChannelContract.class),
            PlantedBug.of(
                            "the end of a channel counts as a change of its videos",
                            "VideoChanges.java",
                            "VideoPatch.NOTHING.clear(VideoField.CHANNEL), video.updatedAt());",
                            "VideoPatch.NOTHING.clear(VideoField.CHANNEL), video.updatedAt().plusSeconds(1));")
                    .caughtBy(ChannelContract.class),
            PlantedBug.of(
                            "a patch of a video clears nothing",
                            "VideoChanges.java",
                            "if (patch.cleared().contains(field)) {",
                            "if (false) {")
                    .caughtBy(VideoChangeContract.class),
            PlantedBug.of(
                            "a patch of a video forgets what it does not name",
                            "VideoChanges.java",
                            "return set == null ? old : set;",
                            "return set;")
                    .caughtBy(VideoChangeContract.class),
            PlantedBug.of(
                            "a patch of a video does not keep the time of the change",
                            "VideoChanges.java",
                            "                old.createdAt(),\n                now);",
                            "                old.createdAt(),\n                old.updatedAt());")
                    .caughtBy(VideoChangeContract.class),
            PlantedBug.of(
                            "two patches of one video do not wait for each other",
                            "VideoChanges.java",
                            "        overlay.lock(LockKey.video(id));\n        Video old = overlay.video(id);\n        if (old == null) {\n            return false;\n        }\n        ChannelChanges",
                            "        Video old = overlay.video(id);\n        if (old == null) {\n            return false;\n        }\n        ChannelChanges")
                    .caughtBy(MediaRaceContract.class),
            PlantedBug.of(
                            "renditions stay when their video goes",
                            "VideoChanges.java",
                            "overlay.put(new Row.QualityGone(quality.id()));",
                            "")
                    .caughtBy(VideoChangeContract.class),
            PlantedBug.of(
                            "a video goes while a rendition comes to it",
                            "VideoChanges.java",
                            "        overlay.lock(LockKey.standing(id));\n",
                            "")
                    .caughtBy(MediaRaceContract.class),
            PlantedBug.of(
                            "a video that is gone keeps its names",
                            "VideoTable.java",
                            "without(byExternalId, old, Video::externalId, this::findByExternalId)",
                            "byExternalId")
                    .caughtBy(VideoChangeContract.class),
            PlantedBug.of(
                            "a name that is another's by now goes with its first video",
                            "VideoTable.java",
                            "return owner != null && owner.id().equals(old.id()) ? index.without(old) : index;",
                            "return owner != null ? index.without(old) : index;")
                    .caughtBy(VideoChangeContract.class),
            PlantedBug.of(
                            "a name may be given twice in one call",
                            "VideoCreation.java",
                            "if (!first) {",
                            "if (false) {")
                    .caughtBy(VideoBatchContract.class),
            PlantedBug.of(
                            "a page of videos begins with the last of the one before",
                            "VideoSearch.java",
                            "compareCreation(video, after.createdAt(), after.id()) > 0",
                            "compareCreation(video, after.createdAt(), after.id()) >= 0")
                    .caughtBy(VideoQueryContract.class),
            PlantedBug.of(
                            "a list of a channel goes on to the next one",
                            "VideoSearch.java",
                            "(channel != null && !channel.equals(video.channel()))",
                            "false")
                    .caughtBy(VideoQueryContract.class),
            PlantedBug.of(
                            "a list of videos does not ask for the status",
                            "VideoSearch.java",
                            "if (!filter.statuses().isEmpty() && !filter.statuses().contains(video.status())) {",
                            "if (false) {")
                    .caughtBy(VideoQueryContract.class),
            PlantedBug.of(
                            "a patch of a rendition clears nothing",
                            "QualityPatching.java",
                            "if (patch.cleared().contains(field)) {",
                            "if (false) {")
                    .caughtBy(QualityChangeContract.class),
            PlantedBug.of(
                            "a patch of a rendition forgets what it does not name",
                            "QualityPatching.java",
                            "return set == null ? old : set;",
                            "return set;")
                    .caughtBy(QualityChangeContract.class),
            PlantedBug.of(
                            "a patch cannot say when a rendition was done",
                            "QualityPatching.java",
                            "return patch.processingCompletedAt() == null ? now : patch.processingCompletedAt();",
                            "return now;")
                    .caughtBy(QualityChangeContract.class),
            PlantedBug.of(
                            "a place may be named twice in one call",
                            "QualityChanges.java",
                            "if (!sorted.add(quality) || !ids.add(quality.id())) {",
                            "if (!sorted.add(quality) && !ids.add(quality.id())) {")
                    .caughtBy(QualityBatchContract.class),
            PlantedBug.of(
                            "statuses are locked in the order in which they were given",
                            "QualityChanges.java",
                            "seen.sort(QualityTable.PLACE);",
                            "")
                    .caughtBy(MediaRaceContract.class),
            PlantedBug.of(
                            "renditions are locked in the order in which they were given",
                            "QualityChanges.java",
                            "        sorted.forEach(quality -> kept.put(",
                            "        qualities.forEach(quality -> kept.put(")
                    .caughtBy(MediaRaceContract.class));

    private PlantedChangeBugs() {}
}
