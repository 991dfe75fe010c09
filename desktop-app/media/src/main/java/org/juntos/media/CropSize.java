package org.juntos.media;

/// What a square that was cut out of a picture becomes: a JPEG.
///
/// @param edge length of its sides, in pixels
/// @param mostBytes its size is at most this
public record CropSize(int edge, int mostBytes) {
  /// The picture of a person.
  public static final CropSize PERSON = new CropSize(640, 128 * 1024);

  /// What a link leads to; goes inside of a message.
  public static final CropSize LINK = new CropSize(160, 16 * 1024);

  /// The picture of a group, which goes to the relay again with each change of the group.
  public static final CropSize GROUP = new CropSize(320, 24 * 1024);
}
