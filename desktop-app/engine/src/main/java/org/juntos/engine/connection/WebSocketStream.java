package org.juntos.engine.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.RelayResult.Ok;
import org.juntos.engine.connection.RelayResult.Refused;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;

/// The stream over OkHttp's WebSocket.
final class WebSocketStream extends WebSocketListener implements RelayStream {
  private static final int NORMAL = 1000;

  /// Close code of a relay that has seen a newer stream of the same device.
  private static final int REPLACED = 4001;

  private final Exchange relay;
  private final Ticket ticket;
  private final StreamListener listener;
  private final SendWindow window = new SendWindow();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable WebSocket socket;
  private volatile boolean opened;

  WebSocketStream(Exchange relay, Ticket ticket, StreamListener listener) {
    this.relay = relay;
    this.ticket = ticket;
    this.listener = listener;
  }

  void connect() {
    try {
      switch (ticket.request()) {
        case Ok<Request>(var request) -> connect(request);
        case Refused<Request> refused -> end(refused(refused));
      }
    } catch (IOException e) {
      end(lost(e));
    }
  }

  private void connect(Request request) {
    var opening = relay.client().newWebSocket(request, this);
    socket = opening;
    if (wanted.get()) {
      opening.cancel();
    }
  }

  @Override
  public void send(List<SendRequest> requests) throws IOException {
    window.take(requests);
    for (var frame : StreamFrames.sends(requests)) {
      put(frame);
    }
  }

  @Override
  public void sendToMany(SendToMany request) throws IOException {
    window.take(request);
    put(StreamFrames.sendToMany(request));
  }

  @Override
  public void acknowledge(List<UUID> envelopes) throws IOException {
    for (var frame : StreamFrames.acknowledgements(envelopes)) {
      put(frame);
    }
  }

  @Override
  public void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey accessKey)
      throws IOException {
    put(StreamFrames.ephemeral(destination, ciphertext, accessKey));
  }

  @Override
  public void watch(List<Watched> accounts) throws IOException {
    put(PresenceFrames.watch(accounts));
  }

  @Override
  public boolean probe() throws IOException {
    put(StreamFrames.probe());
    return true;
  }

  private void put(ByteBuffer frame) throws IOException {
    var open = socket;
    if (open == null || !open.send(ByteString.of(frame))) {
      throw new IOException("the stream is closed");
    }
  }

  @Override
  public void close() {
    wanted.set(true);
    var open = socket;
    if (open != null && !(opened && open.close(NORMAL, null))) {
      open.cancel();
    }
    window.close();
  }

  @Override
  public void onOpen(WebSocket open, Response answer) {
    opened = true;
    listener.opened();
  }

  @Override
  public void onMessage(WebSocket from, ByteString frame) {
    try {
      var said = StreamFrames.read(frame.asByteBuffer());
      window.release(said.outcomes());
      said.tell(listener);
    } catch (IOException e) {
      end(lost(e));
      from.cancel();
    }
  }

  @Override
  public void onMessage(WebSocket from, String text) {
    end(new StreamClosed.Lost(LossWords.NONSENSE));
    from.cancel();
  }

  @Override
  public void onClosing(WebSocket closing, int code, String reason) {
    closing.close(NORMAL, null);
    end(code == REPLACED ? new StreamClosed.Replaced() : new StreamClosed.Ended(code, reason));
  }

  @Override
  public void onFailure(WebSocket failed, Throwable failure, @Nullable Response answer) {
    if (answer == null || answer.code() == 101) {
      end(lost(failure));
      return;
    }
    try {
      refused(Refusals.<Request>read(answer), answer);
    } catch (IOException e) {
      end(lost(e));
    }
  }

  private void refused(Refused<Request> refused, Response answer) {
    if (refused.code() == ErrorCode.UNAUTHORIZED && !wanted.get() && ticket.renew()) {
      answer.close();
      connect();
    } else {
      end(refused(refused));
    }
  }

  private static StreamClosed refused(Refused<Request> refused) {
    return new StreamClosed.Refused(
        refused.code(), refused.requestId(), refused.retryAfter(), refused.detail());
  }

  private static StreamClosed lost(Throwable failure) {
    var untrusted = Exchange.untrusted(failure);
    return untrusted != null
        ? new StreamClosed.Untrusted(untrusted)
        : new StreamClosed.Lost(LossWords.of(failure));
  }

  private void end(StreamClosed why) {
    if (over.compareAndSet(false, true)) {
      window.close();
      listener.closed(wanted.get() ? new StreamClosed.Wanted() : why);
    }
  }
}
