package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// What a browser does with the console: keeps the cookie, sends forms with what their page says.
final class ConsoleBrowser {
  private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"");

  private final OkHttpClient http = new OkHttpClient.Builder().followRedirects(false).build();
  private final String relay;
  private final Map<String, String> headers;
  private String cookie = "";

  /// @param headers that go with every request
  ConsoleBrowser(RunningRelay relay, Map<String, String> headers) {
    this.relay = "http://127.0.0.1:" + relay.relay().adminPort();
    this.headers = headers;
  }

  record Answer(int status, okhttp3.Headers headers, String body) {
    String header(String name) {
      var value = headers.get(name);
      return value == null ? "" : value;
    }

    boolean says(String text) {
      return body.contains(text);
    }
  }

  Answer get(String path) throws IOException {
    return send(new Request.Builder().url(relay + path), Map.of());
  }

  Answer get(String path, Map<String, String> more) throws IOException {
    return send(new Request.Builder().url(relay + path), more);
  }

  Answer post(String path, Map<String, String> fields, Map<String, String> more)
      throws IOException {
    var form = new FormBody.Builder();
    fields.forEach(form::add);
    return send(new Request.Builder().url(relay + path).post(form.build()), more);
  }

  Answer login(String password) throws IOException {
    return post("/console/login", Map.of("password", password), Map.of());
  }

  /// Sends a form of the page `from` with its proof.
  Answer submit(String from, String path, Map<String, String> fields) throws IOException {
    var all = new java.util.HashMap<>(fields);
    all.put("proof", proof(from));
    return post(path, all, Map.of());
  }

  String proof(String from) throws IOException {
    var page = get(from);
    assertEquals(200, page.status(), page.body());
    var proof = PROOF.matcher(page.body());
    return proof.find() ? proof.group(1) : "";
  }

  private Answer send(Request.Builder request, Map<String, String> more) throws IOException {
    headers.forEach(request::header);
    more.forEach(request::header);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    try (var response = http.newCall(request.build()).execute()) {
      var set = response.header("Set-Cookie");
      if (set != null) {
        cookie = set.substring(0, set.indexOf(';'));
      }
      return new Answer(response.code(), response.headers(), response.body().string());
    }
  }
}
