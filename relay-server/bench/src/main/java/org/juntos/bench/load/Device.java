package org.juntos.bench.load;

import java.io.IOException;
import org.juntos.wire.proto.RelayFrame;

/// One end of a stream.
interface Device {
  LightSocket socket();

  void heard(RelayFrame frame) throws IOException;

  /// Reads until the socket is closed.
  default void run() throws IOException {
    for (var frame = socket().receive(); frame != null; frame = socket().receive()) {
      heard(RelayFrame.parseFrom(frame));
    }
  }
}
