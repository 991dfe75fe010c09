package org.juntos.engine.story;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import org.juntos.media.CodeReading;
import org.juntos.media.CodeResult;
import org.juntos.media.DecodeResult.Reason;
import org.juntos.media.MediaSource;

/// A picture says what its bytes say.
final class PlainCodes implements CodeReading {
  @Override
  public CodeResult read(MediaSource picture) {
    try (var channel = picture.open()) {
      var text =
          new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
      return text.isEmpty() ? new CodeResult.None() : new CodeResult.Text(text);
    } catch (IOException e) {
      return new CodeResult.Refused(Reason.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  /// A picture with a code.
  static MediaSource of(String text) {
    return MediaSource.of(text.getBytes(StandardCharsets.UTF_8), "image/png");
  }
}
