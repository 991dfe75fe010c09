package org.juntos.content;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;
import org.juntos.wire.Padding;

/// What an account shares of itself with its contacts.
///
/// @param name what the person goes by
/// @param about what they say of themselves; may be empty
/// @param picture JPEG; empty when there is none. It comes from a peer: only a decoder in a process
///   of its own may look at it
/// @param changedAt by the clock of the device that changed it, in whole milliseconds
public record SharedProfile(String name, String about, Bytes picture, Instant changedAt) {
  /// Longest text about oneself, in code points.
  public static final int MAX_ABOUT = 140;

  /// Largest picture.
  public static final int MAX_PICTURE_BYTES = 128 * 1024;

  /// Edge of a picture in pixels.
  public static final int PICTURE_EDGE = 640;

  private static final int MAX_ABOUT_BYTES = 4 * MAX_ABOUT;

  public SharedProfile {
    name = WellFormed.name(name);
    about = WellFormed.text(about);
    changedAt = WellFormed.time(changedAt);
    if (WellFormed.utf8Size(about) > MAX_ABOUT_BYTES) {
      throw new IllegalArgumentException("a text about oneself has at most 560 bytes of UTF-8");
    }
    if (picture.size() > MAX_PICTURE_BYTES) {
      throw new IllegalArgumentException("a picture has at most 131072 bytes");
    }
  }

  /// Padded, to be sealed.
  public byte[] padded() {
    return Padding.pad(
        org.juntos.content.proto.SharedProfile.newBuilder()
            .setName(name)
            .setAbout(about)
            .setPicture(UnsafeByteOperations.unsafeWrap(picture.buffer()))
            .setChangedAtMs(changedAt.toEpochMilli())
            .build()
            .toByteArray());
  }

  /// Reads what [#padded] of this version or another wrote; null when it is nothing of the kind.
  public static @Nullable SharedProfile read(byte[] padded) {
    try {
      var fields = org.juntos.content.proto.SharedProfile.parseFrom(Padding.unpad(padded));
      return new SharedProfile(
          fields.getName(),
          fields.getAbout(),
          Bytes.of(fields.getPicture().toByteArray()),
          ContentReader.time(fields.getChangedAtMs()));
    } catch (InvalidProtocolBufferException
        | MalformedContentException
        | IllegalArgumentException _) {
      return null;
    }
  }
}
