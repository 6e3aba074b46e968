package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.video.VideoId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on channels; each is described where it is written, in the mapper file. */
interface ChannelMapper {

    @Nullable
    Channel insert(NewChannel channel);

    @Nullable
    Channel find(ChannelId id);

    @Nullable
    Channel findByExternalId(String externalId);

    List<ChannelId> present(@Param("ids") Collection<UUID> ids);

    int rename(@Param("id") ChannelId id, @Param("name") String name);

    @Nullable
    ChannelId lock(ChannelId id);

    List<VideoId> lockVideos(ChannelId id);

    int delete(ChannelId id);
}
