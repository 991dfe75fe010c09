package org.juntos.relay.admin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Asks a running relay through its operator's port.
final class AdminClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final AdminFile relay;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private AdminClient(AdminFile relay) {
    this.relay = relay;
  }

  /// The relay that runs on the folder `data`.
  ///
  /// @throws IOException with one line for the operator when there is none
  static AdminClient of(Path data) throws IOException {
    return new AdminClient(AdminFile.read(data));
  }

  /// The fields of the answer.
  ///
  /// @param asked fields of the request's body; empty for none
  /// @throws IOException with one line for the operator
  Map<String, Object> ask(String method, String path, Map<String, ?> asked) throws IOException {
    var body =
        asked.isEmpty()
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(JSON.std.asString(asked));
    var request =
        HttpRequest.newBuilder(URI.create(relay.address() + AdminEndpoints.ROOT + path))
            .method(method, body)
            .header("Authorization", "Bearer " + relay.secret())
            .timeout(PATIENCE)
            .build();
    var answer = send(request);
    var fields = JSON.std.mapFrom(answer.body());
    if (answer.statusCode() != 200) {
      throw new IOException(String.valueOf(fields.get("problem")));
    }
    return fields;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ConnectException gone) {
      throw new IOException(
          "the relay does not answer at " + relay.address() + "; is it running?", gone);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
