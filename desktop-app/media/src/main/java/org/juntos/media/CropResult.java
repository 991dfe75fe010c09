package org.juntos.media;

/// Outcome of cutting a square out of a picture.
public sealed interface CropResult {
  /// @param jpeg without metadata
  record Cropped(Octets jpeg) implements CropResult {}

  /// @param detail one sentence fit for a log
  record Refused(DecodeResult.Reason reason, String detail) implements CropResult {}
}
