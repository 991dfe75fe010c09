package org.juntos.content;

import java.time.Instant;
import java.util.Arrays;
import org.juntos.wire.Bytes;

/// A choice and when it was made.
///
/// @param at by the clock of the device, and later than what was chosen before
public record Chosen(Choice choice, Instant at) {
  public Chosen {
    at = WellFormed.time(at);
  }

  /// The form in which it is kept.
  public Bytes bytes() {
    return Bytes.of(ChoiceWriter.write(this).toByteArray());
  }

  /// Reads what [#bytes] of this version wrote.
  ///
  /// @throws MalformedContentException when it is nothing of the kind
  public static Chosen of(Bytes bytes) throws MalformedContentException {
    return ChoiceReader.of(bytes);
  }

  /// Whether it takes the place of another choice about the same: the later one, or the one with
  /// greater bytes, so that all devices end with the same.
  public boolean supersedes(Chosen other) {
    int later = at.compareTo(other.at);
    return later == 0
        ? Arrays.compareUnsigned(bytes().toArray(), other.bytes().toArray()) > 0
        : later > 0;
  }
}
