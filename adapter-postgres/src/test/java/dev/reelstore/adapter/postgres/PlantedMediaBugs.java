package dev.reelstore.adapter.postgres;

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
final class PlantedMediaBugs {

    static final List<PlantedBug> ALL = List.of(
            PlantedBug.of(
                            "racing registrations of a channel do not look again",
                            "PostgresChannelStore.java",
                            "if (quicker != null) {",
                            "if (false) {")
                    .caughtBy(ChannelRaceContract.class),
            PlantedBug.of(
                            "a video needs no channel that is there",
                            "VideoMapper.xml",
                            "    WHERE i.channel_id IS NULL OR i.channel_id IN (SELECT s.id FROM standing s)\n",
                            "")
                    .caughtBy(ChannelContract.class),
            PlantedBug.of(
                            "a video does not hold the channel that it comes to",
                            "VideoMapper.xml",
                            "      ORDER BY c.id\n      FOR KEY SHARE",
                            "      ORDER BY c.id")
                    .caughtBy(ChannelRaceContract.class),
            PlantedBug.of(
                            "units that add to one channel wait for each other",
                            "VideoMapper.xml",
                            "      ORDER BY c.id\n      FOR KEY SHARE",
                            "      ORDER BY c.id\n      FOR UPDATE")
                    .caughtBy(ChannelRaceContract.class),
            PlantedBug.of(
                            "videos go with their channel",
                            "PostgresChannelStore.java",
                            "session.channels().lockVideos(id);",
                            "session.channels().lockVideos(id).forEach(session.videos()::delete);")
                    .caughtBy(ChannelContract.class),
            PlantedBug.of(
                            "a patch does not clear a title",
                            "VideoMapper.xml",
                            "CASE WHEN NOT 'TITLE' = ANY (p.cleared) THEN v.title END",
                            "v.title")
                    .caughtBy(VideoChangeContract.class),
            PlantedBug.of(
                            "a patch of a video forgets a description that it does not name",
                            "VideoMapper.xml",
                            "coalesce(#{patch.description}::text,\n        CASE WHEN NOT 'DESCRIPTION' = ANY (p.cleared) THEN v.description END)",
                            "#{patch.description}::text")
                    .caughtBy(VideoChangeContract.class),
            PlantedBug.of(
                            "a patch puts the url in the place of the thumbnail's",
                            "VideoMapper.xml",
                            "thumbnail_url = coalesce(#{patch.thumbnailUrl}::text",
                            "thumbnail_url = coalesce(#{patch.url}::text")
                    .caughtBy(VideoChangeContract.class),
            PlantedBug.of(
                            "a patch of a video does not keep the time of the change",
                            "VideoMapper.xml",
                            "      status = coalesce(#{patch.status}::text, v.status),\n      updated_at = p.now",
                            "      status = coalesce(#{patch.status}::text, v.status)")
                    .caughtBy(VideoChangeContract.class),
            PlantedBug.of(
                            "a video that goes by other names is taken for the one that is there",
                            "VideoCreation.java",
                            "if (names.equals(there.get(video.id()))) {",
                            "if (there.containsKey(video.id())) {")
                    .caughtBy(VideoBatchContract.class),
            PlantedBug.of(
                            "a page of videos begins with the last of the one before",
                            "VideoMapper.xml",
                            "AND (v.created_at, v.id) &gt; (",
                            "AND (v.created_at, v.id) &gt;= (")
                    .caughtBy(VideoQueryContract.class),
            PlantedBug.of(
                            "a list of videos asks for one status of many",
                            "VideoMapper.xml",
                            "filter.statuses().size() > 1",
                            "filter.statuses().size() > 2")
                    .caughtBy(VideoQueryContract.class),
            PlantedBug.of(
                            "a patch does not clear a codec",
                            "QualityMapper.xml",
                            "CASE WHEN NOT 'CODEC' = ANY (p.cleared) THEN q.codec END",
                            "q.codec")
                    .caughtBy(QualityChangeContract.class),
            PlantedBug.of(
                            "a patch puts the height in the place of the width",
                            "QualityMapper.xml",
                            "width = coalesce(#{patch.facts.width}",
                            "width = coalesce(#{patch.facts.height}")
                    .caughtBy(QualityChangeContract.class),
            PlantedBug.of(
                            "a patch cannot say when a rendition was done",
                            "QualityMapper.xml",
                            "coalesce(#{patch.processingCompletedAt}::timestamptz, p.now)",
                            "p.now")
                    .caughtBy(QualityChangeContract.class),
            PlantedBug.of(
                            "a default keeps its flag where many fail",
                            "QualityMapper.xml",
                            "is_default = q.is_default AND l.status &lt;&gt; 'FAILED'",
                            "is_default = q.is_default")
                    .caughtBy(QualityBatchContract.class),
            PlantedBug.of(
                            "the codec of one rendition of many is the container's",
                            "NewQualities.java",
                            "quality -> quality.facts().codec()",
                            "quality -> quality.facts().container()")
                    .caughtBy(QualityBatchContract.class),
            PlantedBug.of(
                            "a place may be named twice in one call",
                            "QualityPuts.java",
                            "if (!names.add(quality.id()) || !names.add(placeOf(quality))) {",
                            "if (!names.add(quality.id()) && !names.add(placeOf(quality))) {")
                    .caughtBy(QualityBatchContract.class),
            PlantedBug.of(
                            "a rendition of many needs no video",
                            "QualityPuts.java",
                            "        refuseOrphans(batch);\n",
                            "")
                    .caughtBy(QualityBatchContract.class),
            PlantedBug.of(
                            "statuses are locked in the order in which they were given",
                            "QualityMapper.xml",
                            "      ORDER BY q.video_id, q.level, q.variant\n      FOR NO KEY UPDATE OF q",
                            "      ORDER BY array_position(#{ids,typeHandler=uuidArray}, i.id)\n      FOR NO KEY UPDATE OF q")
                    .caughtBy(MediaRaceContract.class));

    private PlantedMediaBugs() {}
}
