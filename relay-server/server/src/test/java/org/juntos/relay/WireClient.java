package org.juntos.relay;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.juntos.wire.Paths;

/// Speaks the HTTP part of the contract.
final class WireClient {
  private final OkHttpClient http;
  private final RunningRelay relay;

  WireClient(RunningRelay relay) {
    this(relay, new OkHttpClient());
  }

  WireClient(RunningRelay relay, OkHttpClient http) {
    this.relay = relay;
    this.http = http;
  }

  /// An answer, read to its end.
  record Reply(int status, Map<String, String> headers, ByteString body) {
    String text() {
      return body.toStringUtf8();
    }

    /// A header; empty when it is not there.
    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    boolean hasCode(String code) {
      return text().contains("\"code\":\"" + code + "\"");
    }
  }

  OkHttpClient http() {
    return http;
  }

  Reply post(String path, MessageLite body, String token) throws IOException {
    return call("POST", path, body.toByteArray(), Map.of(), token);
  }

  Reply get(String path, String token) throws IOException {
    return call("GET", path, null, Map.of(), token);
  }

  Reply put(String path, MessageLite body, String token) throws IOException {
    return call("PUT", path, body.toByteArray(), Map.of(), token);
  }

  Reply call(
      String method,
      String path,
      byte @org.jspecify.annotations.Nullable [] body,
      Map<String, String> headers,
      String token)
      throws IOException {
    var request = new Request.Builder().url(relay.url(path));
    headers.forEach(request::header);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    var type = MediaType.get(headers.getOrDefault("Content-Type", Paths.PROTOBUF));
    request.method(method, body == null ? null : RequestBody.create(body, type));
    try (var response = http.newCall(request.build()).execute()) {
      var names = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      response.headers().forEach(pair -> names.put(pair.getFirst(), pair.getSecond()));
      return new Reply(response.code(), names, ByteString.copyFrom(response.body().bytes()));
    }
  }
}
