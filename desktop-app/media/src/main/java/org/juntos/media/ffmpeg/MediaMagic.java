package org.juntos.media.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Tells by its first bytes whether a file may be video or audio, so that nothing else is ever
/// given to ffmpeg.
public final class MediaMagic {
  private static final int TRANSPORT_PACKET = 188;
  private static final Set<String> STILL_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

  private MediaMagic() {}

  /// Whether `head` starts a container that may hold video or audio.
  public static boolean isPlayable(byte[] head) {
    var text = new String(head, StandardCharsets.ISO_8859_1);
    return isBoxes(text)
        || text.startsWith("\u001aE\u00df\u00a3")
        || text.startsWith("OggS")
        || text.startsWith("fLaC")
        || text.startsWith("ID3")
        || text.startsWith("FLV\u0001")
        || text.startsWith("#!AMR")
        || text.startsWith("caff")
        || text.startsWith("0&\u00b2u\u008ef\u00cf\u0011")
        || text.startsWith("\0\0\u0001\u00ba")
        || isChunks(text)
        || isTransportStream(text)
        || isAudioFrame(head);
  }

  /// What a playable file that starts with `head` mostly holds: a guess until it is measured.
  public static String mediaType(byte[] head) {
    var text = new String(head, StandardCharsets.ISO_8859_1);
    if (isBoxes(text)) {
      return text.startsWith("M4A", 8) || text.startsWith("M4B", 8) ? "audio/mp4" : "video/mp4";
    }
    if (text.startsWith("OggS")) {
      return "audio/ogg";
    }
    var sound =
        text.startsWith("fLaC")
            || text.startsWith("ID3")
            || text.startsWith("#!AMR")
            || text.startsWith("caff")
            || text.startsWith("WAVE", 8)
            || text.startsWith("FORM")
            || isAudioFrame(head);
    return sound ? "audio/mpeg" : "video/mpeg";
  }

  /// ISO base media (MP4, QuickTime, 3GP), but not the still pictures that share it.
  private static boolean isBoxes(String text) {
    if (text.startsWith("ftyp", 4) && text.length() >= 12) {
      return !STILL_BRANDS.contains(text.substring(8, 12));
    }
    return text.startsWith("moov", 4) || text.startsWith("mdat", 4) || text.startsWith("wide", 4);
  }

  private static boolean isChunks(String text) {
    var riff = text.startsWith("RIFF") || text.startsWith("RF64");
    var sound = text.startsWith("WAVE", 8) || text.startsWith("AVI ", 8);
    var aiff = text.startsWith("AIFF", 8) || text.startsWith("AIFC", 8);
    return (riff && sound) || (text.startsWith("FORM") && aiff);
  }

  private static boolean isTransportStream(String text) {
    return text.length() > 2 * TRANSPORT_PACKET
        && text.charAt(0) == 'G'
        && text.charAt(TRANSPORT_PACKET) == 'G'
        && text.charAt(2 * TRANSPORT_PACKET) == 'G';
  }

  /// MPEG audio or ADTS without a container: eleven or twelve set bits and no reserved value.
  private static boolean isAudioFrame(byte[] head) {
    if (head.length < 4 || (head[0] & 0xff) != 0xff || (head[1] & 0xe0) != 0xe0) {
      return false;
    }
    var adts = (head[1] & 0xf6) == 0xf0 && (head[2] >> 2 & 0xf) < 13;
    var layer3 = (head[1] & 0x06) == 0x02 && (head[1] & 0x18) != 0x08;
    return adts || (layer3 && (head[2] & 0xf0) != 0xf0 && (head[2] & 0x0c) != 0x0c);
  }
}
