package org.juntos.content;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.time.Duration;
import org.juntos.wire.Bytes;

/// What a group is called and looks like.
///
/// @param description may be empty
/// @param picture JPEG; empty when there is none
/// @param timer what new messages vanish after; zero: they stay
public record GroupAttributes(String name, String description, Bytes picture, Duration timer) {
  /// Largest picture.
  public static final int MAX_PICTURE_BYTES = 24 * 1024;

  /// Longest description, characters.
  public static final int MAX_DESCRIPTION_CHARACTERS = 1_000;

  public GroupAttributes {
    name = WellFormed.name(name);
    description = WellFormed.text(description);
    if (description.length() > MAX_DESCRIPTION_CHARACTERS) {
      throw new IllegalArgumentException("a description has at most 1000 characters");
    }
    if (picture.size() > MAX_PICTURE_BYTES) {
      throw new IllegalArgumentException("a picture has at most 24 KiB");
    }
    Timer.check(timer, 0);
  }

  /// Those of a group whose messages stay.
  public GroupAttributes(String name, String description, Bytes picture) {
    this(name, description, picture, Duration.ZERO);
  }

  /// The same with another timer.
  public GroupAttributes under(Duration other) {
    return new GroupAttributes(name, description, picture, other);
  }

  /// The bytes that [#read] reads.
  public byte[] bytes() {
    return org.juntos.content.proto.GroupAttributes.newBuilder()
        .setName(name)
        .setDescription(description)
        .setPicture(UnsafeByteOperations.unsafeWrap(picture.buffer()))
        .setTimerSeconds(Math.toIntExact(timer.toSeconds()))
        .build()
        .toByteArray();
  }

  /// @throws MalformedContentException when no version has written it
  public static GroupAttributes read(byte[] bytes) throws MalformedContentException {
    try {
      var fields = org.juntos.content.proto.GroupAttributes.parseFrom(bytes);
      return new GroupAttributes(
          fields.getName(),
          fields.getDescription(),
          Bytes.of(fields.getPicture().toByteArray()),
          VanishingFields.seconds(fields.getTimerSeconds()));
    } catch (InvalidProtocolBufferException | IllegalArgumentException _) {
      throw new MalformedContentException("no attributes of a group");
    }
  }
}
