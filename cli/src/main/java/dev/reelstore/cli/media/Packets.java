package dev.reelstore.cli.media;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts and measures the packets that FFmpeg lists with {@code -f framecrc}, stream by stream.
 *
 * <p>A line is {@code stream, dts, pts, duration, size, checksum}, in units that lines like {@code #tb 0: 1/90000} give.
 * Not thread-safe.
 */
final class Packets {

    private static final String TIME_BASE = "#tb ";

    private final List<Track> tracks = new ArrayList<>();

    private static final class Track {
        private double secondsPerUnit;
        private long count;
        private long bytes;
        private double end;
    }

    void accept(String line) {
        if (line.startsWith(TIME_BASE)) {
            String[] parts = line.substring(TIME_BASE.length()).split("[: /]+");
            track(Integer.parseInt(parts[0])).secondsPerUnit =
                    Double.parseDouble(parts[1]) / Double.parseDouble(parts[2]);
        } else if (!line.isEmpty() && line.charAt(0) != '#') {
            String[] parts = line.split(",", 6);
            Track track = track(Integer.parseInt(parts[0].strip()));
            long dts = Long.parseLong(parts[1].strip());
            long pts = Long.parseLong(parts[2].strip());
            // A packet without a time shows the smallest number there is.
            long end = Math.max(dts, pts) + Long.parseLong(parts[3].strip());
            track.count++;
            track.bytes += Long.parseLong(parts[4].strip());
            track.end = Math.max(track.end, end * track.secondsPerUnit);
        }
    }

    private Track track(int stream) {
        while (tracks.size() <= stream) {
            tracks.add(new Track());
        }
        return tracks.get(stream);
    }

    long count(int stream) {
        return stream < tracks.size() ? tracks.get(stream).count : 0;
    }

    long bytes(int stream) {
        return stream < tracks.size() ? tracks.get(stream).bytes : 0;
    }

    /** When the last packet of all streams ends, in seconds from the beginning. */
    double end() {
        return tracks.stream().mapToDouble(track -> track.end).max().orElse(0);
    }
}
