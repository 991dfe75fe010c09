package org.juntos.media.ffmpeg;

import java.util.List;
import java.util.Map;

/// Where a child reads media from, with what it may open to do so.
///
/// @param arguments name the input, end with it, and allow nothing else
/// @param environment what the child must know and other accounts of this machine must not
public record MediaInput(List<String> arguments, Map<String, String> environment) {
  /// Containers of single files; none that names other files or addresses.
  private static final String CONTAINERS =
      "mov,matroska,avi,mpegts,mpeg,flv,asf,ogg,mp3,aac,wav,w64,flac,amr,caf,aiff";

  private static final String DECODERS =
      "h264,hevc,vp8,vp9,libvpx,libvpx-vp9,libaom-av1,av1,mpeg4,mpeg1video,mpeg2video,h263,h263p,"
          + "mjpeg,theora,wmv1,wmv2,wmv3,aac,aac_latm,mp3float,mp3,opus,libopus,vorbis,flac,alac,"
          + "ac3,eac3,amrnb,amrwb,wmav1,wmav2,wmapro,adpcm_ms,adpcm_ima_wav,pcm_alaw,pcm_mulaw,"
          + "pcm_u8,pcm_s8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,"
          + "pcm_f32be,pcm_f64le,pcm_f64be";

  public MediaInput {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /// A loopback server; see [LoopbackMedia].
  static MediaInput loopback(String address, Map<String, String> environment) {
    var arguments =
        List.of(
            "-protocol_whitelist",
            "http,tcp",
            "-format_whitelist",
            CONTAINERS,
            "-codec_whitelist",
            DECODERS,
            "-i",
            address);
    return new MediaInput(arguments, environment);
  }
}
