package org.juntos.relay.token;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Where the keys of another process are read.
public sealed interface KeySource {
  /// What is there now.
  ///
  /// @throws IOException when it cannot be read
  PublishedKeys read() throws IOException;

  /// A file that somebody puts there.
  record File(Path path) implements KeySource {
    @Override
    public PublishedKeys read() throws IOException {
      return parsed(Files.readString(path));
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /// The address at which the other process publishes them.
  record Web(URI address, HttpClient client) implements KeySource {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MAX_BYTES = 64 * 1024;

    @Override
    public PublishedKeys read() throws IOException {
      var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      try {
        var answer = client.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
          if (answer.statusCode() != 200) {
            throw new IOException("HTTP status " + answer.statusCode());
          }
          return parsed(new String(body.readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("stopped");
      }
    }

    @Override
    public String toString() {
      return address.toString();
    }
  }

  private static PublishedKeys parsed(String text) throws IOException {
    try {
      return PublishedKeys.read(text);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(wrong.getMessage(), wrong);
    }
  }
}
