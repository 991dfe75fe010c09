package org.juntos.media.image;

import java.io.IOException;

/// More pixels than may be decoded.
final class TooManyPixels extends IOException {
  TooManyPixels(String message) {
    super(message);
  }
}
