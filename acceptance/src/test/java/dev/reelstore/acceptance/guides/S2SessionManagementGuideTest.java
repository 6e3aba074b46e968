package dev.reelstore.acceptance.guides;

import static dev.reelstore.domain.job.JobStatus.QUEUED;
import static dev.reelstore.domain.job.JobStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelRegistration;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.job.CreateResult;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.retry.RetryPolicy;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.Video;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions that end by themselves, jobs that are created once, repeats. */
final class S2SessionManagementGuideTest {

    static Stream<Named<Reelstore>> stores() {
        return Guides.stores("guide_s2");
    }

    @ParameterizedTest
    @MethodSource("stores")
    void theGuide(Reelstore reelstore) {
        try (reelstore) {
            // a session: commits on return, rolls back on a throw, always closes
            Optional<Video> before = reelstore.call(stores -> {
                stores.channels().register(NewChannel.of("CH123", "Channel Name"));
                return stores.videos().findByExternalId("video123");
            });
            assertThat(before).isEmpty();

            // the channel is got, or created where it is absent: one step, no race
            ChannelRegistration again = reelstore.channels().register(NewChannel.of("CH123", "New Channel"));
            assertThat(again.created()).isFalse();
            assertThat(again.channel().name()).isEqualTo("Channel Name");

            // several stores in one session
            Channel channel = again.channel();
            Video video = reelstore.call(stores -> {
                Video made = stores.videos()
                        .registerByExternalId(NewVideo.ofExternalId("video123").channel(channel.id()))
                        .video();
                assertThat(stores.videos().findByExternalId("video123")).contains(made);
                return made;
            });
            // and the work goes on outside of it: what was read stays usable
            assertThat(video.channel()).isEqualTo(channel.id());

            // created once, whoever asks, unless one waits or runs
            NewJob wanted = NewJob.of("video_process", new Target("video", "video123"))
                    .parameters("{\"url\": \"https://example.com/video123\"}");
            CreateResult first = reelstore.jobs().createIfAbsent(wanted, EnumSet.of(QUEUED, RUNNING));
            CreateResult second = reelstore
                    .jobs()
                    .createIfAbsent(
                            NewJob.of("video_process", new Target("video", "video123")),
                            EnumSet.of(JobStatus.parse("pending"), JobStatus.parse("running")));
            assertThat(first.created()).isTrue();
            assertThat(second.created()).isFalse();
            assertThat(second.job().id()).isEqualTo(first.job().id());
            assertThat(second.job().status()).isEqualTo(QUEUED);

            // an error rolls back, closes, and comes out as it is
            IllegalStateException broken = new IllegalStateException("not today");
            assertThatThrownBy(() -> reelstore.run(stores -> {
                        stores.videos().create(NewVideo.ofExternalId("video456"));
                        throw broken;
                    }))
                    .isSameAs(broken);
            assertThat(reelstore.videos().findByExternalId("video456")).isEmpty();

            // no repeats for one operation
            reelstore
                    .unitOfWork()
                    .run(
                            UnitOptions.named("import").retry(RetryPolicy.NONE),
                            stores -> stores.videos().create(NewVideo.ofExternalId("video789")));

            // a session that is ended by hand, for frameworks
            try (UnitHandle session = reelstore.unitOfWork().open(UnitOptions.named("by hand"))) {
                session.stores().channels().rename(channel.id(), "Renamed");
                session.commit();
            }
            assertThat(reelstore.channels().get(channel.id()).name()).isEqualTo("Renamed");
        }
    }
}
