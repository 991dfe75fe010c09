package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.juntos.wire.Paths;

/// The encrypted files of one device, as its client moves them.
record TestBlobs(TestDevice device) {
  private static final Map<String, String> TUS = Map.of("Tus-Resumable", "1.0.0");

  /// Where the new file is.
  String create(long length) throws IOException {
    var reply = announce(length);
    assertEquals(201, reply.status(), reply.text());
    return reply.header("Location");
  }

  WireClient.Reply announce(long length) throws IOException {
    return call("POST", Paths.BLOBS, new byte[0], Map.of("Upload-Length", Long.toString(length)));
  }

  static Map<String, String> at(long offset) {
    return Map.of(
        "Upload-Offset", Long.toString(offset), "Content-Type", "application/offset+octet-stream");
  }

  WireClient.Reply patch(String location, long offset, byte[] piece) throws IOException {
    return call("PATCH", location, piece, at(offset));
  }

  WireClient.Reply patch(String location, long offset, byte[] piece, String checksum)
      throws IOException {
    var headers = new HashMap<>(at(offset));
    headers.put("Upload-Checksum", checksum);
    return call("PATCH", location, piece, headers);
  }

  WireClient.Reply progress(String location) throws IOException {
    return call("HEAD", location, null, Map.of());
  }

  long offset(String location) throws IOException {
    return Long.parseLong(progress(location).header("Upload-Offset"));
  }

  WireClient.Reply delete(String location) throws IOException {
    return call("DELETE", location, null, Map.of());
  }

  WireClient.Reply read(String location) throws IOException {
    return read(location, Map.of());
  }

  WireClient.Reply read(String location, Map<String, String> headers) throws IOException {
    return device.client().call("GET", location, null, headers, device.token());
  }

  /// A request of the protocol that has no name here.
  WireClient.Reply call(
      String method,
      String location,
      byte @org.jspecify.annotations.Nullable [] body,
      Map<String, String> headers)
      throws IOException {
    var all = new HashMap<>(TUS);
    all.putAll(headers);
    return device.client().call(method, location, body, all, device.token());
  }
}
