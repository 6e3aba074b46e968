package dev.reelstore.cli.pipeline;

import dev.reelstore.cli.media.AudioProbe;
import dev.reelstore.cli.media.MediaProbe;
import dev.reelstore.domain.quality.AudioFacts;
import dev.reelstore.domain.quality.MediaFacts;

/** What FFmpeg measured, in the words of the store. */
final class Facts {

    private Facts() {}

    static MediaFacts of(MediaProbe probe) {
        return new MediaFacts(
                probe.fileSizeBytes(),
                probe.width(),
                probe.height(),
                probe.codec(),
                probe.container(),
                probe.bitrateKbps(),
                probe.duration(),
                probe.fps(),
                probe.pixelFormat(),
                probe.colorSpace(),
                probe.colorRange(),
                probe.aspectRatio(),
                probe.frames());
    }

    static AudioFacts ofAudio(MediaProbe probe) {
        AudioProbe audio = probe.audio();
        return audio == null
                ? AudioFacts.UNKNOWN
                : new AudioFacts(audio.codec(), audio.bitrateKbps(), audio.sampleRateHz(), audio.channels());
    }
}
