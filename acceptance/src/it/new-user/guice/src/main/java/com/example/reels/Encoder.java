package com.example.reels;

import dev.reelstore.application.Reelstore;
import dev.reelstore.application.worker.Worker;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.quality.NewQuality;
import dev.reelstore.domain.quality.QualityLevel;
import dev.reelstore.domain.quality.VideoQuality;
import dev.reelstore.domain.video.NewVideo;
import dev.reelstore.domain.video.VideoId;

/** A pipeline of one step. It knows the façade and nothing of where the data lie. */
public final class Encoder {

    private final Reelstore reelstore;
    private final Worker worker;

    public Encoder(Reelstore reelstore) {
        this.reelstore = reelstore;
        this.worker = reelstore.worker("encode").handle("encode", context -> context.complete(stores -> {
            VideoId video = stores.videos()
                    .registerByExternalId(
                            NewVideo.ofExternalId(context.job().target().id()))
                    .video()
                    .id();
            VideoQuality made = stores.qualities().put(NewQuality.of(video, QualityLevel.LEVEL_720P, "file:///720p.mp4"));
            stores.qualities().setDefault(video, made.id());
        }));
    }

    /** Answers whether the video is new to the queue. */
    public boolean submit(String video) {
        return reelstore.jobs()
                .createIfAbsent(NewJob.of("encode", new Target("video", video)).queue("encode"), JobStatus.live())
                .created();
    }

    /** Works until the queue is empty. */
    public void drain() {
        worker.drain();
    }

    public boolean encoded(String video) {
        return reelstore.videos()
                .findByExternalId(video)
                .flatMap(found -> reelstore.qualities().findDefault(found.id()))
                .isPresent();
    }
}
