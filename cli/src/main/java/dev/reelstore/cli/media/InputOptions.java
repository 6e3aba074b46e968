package dev.reelstore.cli.media;

import java.util.List;

/**
 * The options before each input: what FFmpeg may open.
 *
 * <p>A playlist or a script can make FFmpeg open other files, or the network; a picture or a text can pass for a video
 * with one frame. So only real containers are read, and only from files.
 */
final class InputOptions {

    private static final List<String> CONTAINERS = List.of(
            "mov,mp4,m4a,3gp,3g2,mj2",
            "matroska,webm",
            "ogg,avi,flv,live_flv,kux,asf,mpegts,mpeg,mpegvideo,mxf,mxf_opatom,gxf,nut,dv,rm,wtv,nsv,nuv,vob,ivf,obu",
            "h261,h263,h264,hevc,vvc,m4v,mjpeg,vc1,av1,cavsvideo,dirac,yuv4mpegpipe,gif,swf,ivr,pva,ty,dhav,smk,bink",
            // Named although they hold no picture, so that they are refused for that reason.
            "mp3,wav,w64,aac,ac3,eac3,flac,amr,aiff,caf,ape,mpc,mpc8,wv,tta,dts,truehd");

    private InputOptions() {}

    static List<String> of(FileArgument file) {
        return List.of(
                "-format_whitelist",
                String.join(",", CONTAINERS),
                "-protocol_whitelist",
                "file",
                "-i",
                file.toString());
    }
}
