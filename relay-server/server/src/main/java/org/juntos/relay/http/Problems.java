package org.juntos.relay.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.Paths;

/// Writes refusals (RFC 9457).
final class Problems {
  private Problems() {}

  static void write(
      Verdict.Refused<?> refused, String requestId, Response response, Callback callback) {
    var headers = response.getHeaders();
    if (refused.retryAfter().isPositive()) {
      headers.put(HttpHeader.RETRY_AFTER, seconds(refused.retryAfter()));
    }
    write(
        refused.code().status(),
        refused.code().text(),
        refused.detail(),
        requestId,
        response,
        callback);
  }

  static void write(
      int status,
      String code,
      String detail,
      String requestId,
      Response response,
      Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Paths.PROBLEM);
    response.getHeaders().put(Paths.REQUEST_ID, requestId);
    var body =
        String.format(
            Locale.ROOT,
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\","
                + "\"code\":\"%s\",\"requestId\":\"%s\"}",
            code.replace('-', ' '),
            status,
            escaped(detail),
            code,
            requestId);
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
  }

  private static long seconds(Duration wait) {
    return Math.max(1, (wait.toMillis() + 999) / 1_000);
  }

  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        escaped.append('\\');
      }
      escaped.append(character < ' ' ? ' ' : character);
    }
    return escaped.toString();
  }
}
