package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.analysis.Layout;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.QualityStatus;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoStatus;

/** A change in every store, so that none can be forgotten when a unit ends. */
final class Everything {

    private final NewJob job = Given.job();
    private final NewChannel channel = NewChannel.of("everything", "Everything");
    private final NewVideo video = NewVideo.ofExternalId("everything");
    private final NewQuality quality =
            NewQuality.of(video.id(), QualityLevel.LEVEL_720P, "a").status(QualityStatus.READY);

    /** What is there before. */
    void prepareIn(Stores stores) {
        stores.videos().create(video);
    }

    /** Creates, claims, completes, and changes what was prepared. */
    void happenIn(Stores stores) {
        Claim claim = Given.claimed(stores, job);
        stores.claims().progress(claim, new StageProgress("render", 1, 50, null));
        stores.claims().complete(claim, null);
        stores.analysis().add(Found.oneOfEach(job.id()));
        stores.analysis().putLayout(Layout.of(job.id(), "full"));
        stores.jobs().create(Given.job());
        stores.channels().register(channel);
        stores.videos().create(video);
        stores.videos().updateStatus(video.id(), VideoStatus.PUBLISHED);
        stores.qualities().put(quality);
        stores.qualities().setDefault(video.id(), quality.id());
    }

    /** Fails unless all of it can be read. */
    void mustBeIn(Stores stores) {
        assertThat(stores.jobs().get(job.id()).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(stores.jobs().stages(job.id())).hasSize(1);
        assertThat(Found.count(stores, job.id())).isEqualTo(FindingKind.all().size());
        assertThat(stores.analysis().findLayout(job.id())).isPresent();
        assertThat(stores.jobs().count(JobFilter.all())).isEqualTo(2);
        assertThat(stores.channels().find(channel.id())).isPresent();
        assertThat(stores.videos().get(video.id()).status()).isEqualTo(VideoStatus.PUBLISHED);
        assertThat(stores.qualities().findDefault(video.id()))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(quality.id()));
    }

    /** Fails when any of it can be read; what was prepared is as it was. */
    void mustNotBeIn(Stores stores) {
        assertThat(stores.jobs().find(job.id())).isEmpty();
        assertThat(stores.jobs().stages(job.id())).isEmpty();
        assertThat(Found.count(stores, job.id())).isZero();
        assertThat(stores.analysis().findLayout(job.id())).isEmpty();
        assertThat(stores.jobs().count(JobFilter.all())).isZero();
        assertThat(stores.channels().find(channel.id())).isEmpty();
        assertThat(stores.videos().get(video.id()).status()).isEqualTo(VideoStatus.DRAFT);
        assertThat(stores.qualities().list(video.id())).isEmpty();
    }
}
