#!/bin/sh
# Makes the sample clips again, from FFmpeg's own test sources. Usage: [FFMPEG=/path/to/ffmpeg] samples/make.sh
# The same FFmpeg makes the same bytes; those in the repository are from FFmpeg 4.4.1.
set -eu
cd -- "$(dirname -- "$0")"

ffmpeg=${FFMPEG:-ffmpeg}
subtitles=$(mktemp)
turned=$(mktemp)
trap 'rm -f -- "$subtitles" "$turned"' EXIT

make() { "$ffmpeg" -hide_banner -nostdin -loglevel error -y "$@"; }

# What all clips have in common.
h264='-c:v libx264 -preset slow -pix_fmt yuv420p -threads 1 -flags:v +bitexact'
aac='-c:a aac -b:a 64k -flags:a +bitexact'
file='-map_metadata -1 -fflags +bitexact'

# chapters.mkv: four scenes of two seconds with hard cuts; sound, silence from 3 s to 5 s, sound; English subtitles.
cat >"$subtitles" <<'END'
1
00:00:00,200 --> 00:00:01,800
Colour bars come first.

2
00:00:02,200 --> 00:00:03,800
Then a pattern that moves.

3
00:00:04,200 --> 00:00:05,800
In the middle, nobody says a word.

4
00:00:06,200 --> 00:00:07,800
And a last picture, with sound again.
END
# shellcheck disable=SC2086
make -f lavfi -i 'smptebars=s=640x360:r=25:d=2' -f lavfi -i 'testsrc=s=640x360:r=25:d=2' \
  -f lavfi -i 'color=c=midnightblue:s=640x360:r=25:d=2' -f lavfi -i 'color=c=khaki:s=640x360:r=25:d=2' \
  -f lavfi -i 'sine=frequency=330:r=44100:d=8' -f srt -i "$subtitles" \
  -filter_complex '[0:v][1:v][2:v][3:v]concat=n=4:v=1:a=0,format=yuv420p[v];[4:a]volume=0:enable=between(t\,3\,5)[a]' \
  -map '[v]' -map '[a]' -map 5:s -metadata:s:a:0 language=eng -metadata:s:s:0 language=eng \
  $h264 $aac -c:s srt $file chapters.mkv

# portrait.mp4: stored lying, and turned by players: 360 wide and 640 high.
# shellcheck disable=SC2086
make -f lavfi -i 'testsrc2=s=640x360:r=30:d=4' -f lavfi -i 'sine=frequency=440:beep_factor=2:r=44100:d=4' \
  $h264 $aac $file -f mp4 "$turned"
if "$ffmpeg" -hide_banner -h full 2>/dev/null | grep -q -e '-display_rotation'; then
  # shellcheck disable=SC2086
  make -display_rotation 90 -i "$turned" -c copy $file -movflags +faststart portrait.mp4
else
  # shellcheck disable=SC2086
  make -i "$turned" -c copy $file -metadata:s:v rotate=90 -movflags +faststart portrait.mp4
fi

# landscape.mp4: 16:9, 720 lines, sound.
# shellcheck disable=SC2086
make -f lavfi -i 'testsrc=s=1280x720:r=25:d=5' -f lavfi -i 'sine=frequency=220:beep_factor=4:r=48000:d=5' \
  $h264 $aac $file -movflags +faststart landscape.mp4
