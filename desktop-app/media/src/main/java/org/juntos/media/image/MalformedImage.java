package org.juntos.media.image;

import java.io.IOException;

/// The bytes are not what their format asks for.
final class MalformedImage extends IOException {
  MalformedImage(String message) {
    super(message);
  }
}
