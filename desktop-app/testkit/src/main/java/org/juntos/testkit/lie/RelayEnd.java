package org.juntos.testkit.lie;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// The end of a stream at which the relay is. It waits with all that the relay says until the
/// client's end is open.
final class RelayEnd extends WebSocketListener {
  private static final int NORMAL = 1000;
  private static final int SWITCHED = 101;
  private static final long LONGEST_PROBLEM_BYTES = 16 * 1024;

  private final CompletableFuture<Opening> opening = new CompletableFuture<>();
  private final CompletableFuture<ClientEnd> client = new CompletableFuture<>();

  /// What the relay makes of the request.
  sealed interface Opening {
    record Open(WebSocket socket) implements Opening {}

    record Refused(int status, Headers headers, ByteBuffer body) implements Opening {}
  }

  /// Waits for the relay's answer.
  ///
  /// @throws IOException when there is none
  Opening opening() throws IOException {
    try {
      return opening.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw new IOException("no stream to the relay", e.getCause());
    }
  }

  void use(ClientEnd opened) {
    client.complete(opened);
  }

  /// There will be no client.
  void giveUp() {
    client.completeExceptionally(new IOException("the client is gone"));
  }

  private void tell(Consumer<ClientEnd> what) {
    try {
      what.accept(client.join());
    } catch (CompletionException _) {
      return; // nobody is there to be told
    }
  }

  @Override
  public void onOpen(WebSocket socket, Response answer) {
    opening.complete(new Opening.Open(socket));
  }

  @Override
  public void onMessage(WebSocket socket, ByteString frame) {
    tell(end -> end.hear(frame.asByteBuffer()));
  }

  @Override
  public void onClosing(WebSocket socket, int code, String reason) {
    tell(end -> end.close(code, reason));
    socket.close(NORMAL, null);
  }

  @Override
  public void onFailure(WebSocket socket, Throwable failure, @Nullable Response answer) {
    if (!neverOpened(failure, answer)) {
      tell(ClientEnd::abort);
    }
  }

  private boolean neverOpened(Throwable failure, @Nullable Response answer) {
    if (answer == null || answer.code() == SWITCHED) {
      return opening.completeExceptionally(failure);
    }
    return opening.complete(refused(answer));
  }

  private static Opening refused(Response answer) {
    return new Opening.Refused(answer.code(), answer.headers(), ByteBuffer.wrap(body(answer)));
  }

  private static byte[] body(Response answer) {
    try {
      return answer.peekBody(LONGEST_PROBLEM_BYTES).bytes();
    } catch (IOException _) { // the status says enough
      return new byte[0];
    }
  }
}
