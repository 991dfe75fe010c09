package org.juntos.testkit.lie;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A stream through the script, both ways.
final class LyingStream implements RelayStream, StreamListener {
  private final LyingRelay relay;
  private final DeviceAddress device;
  private final StreamListener listener;
  private volatile @Nullable RelayStream honest;

  LyingStream(LyingRelay relay, DeviceAddress device, StreamListener listener) {
    this.relay = relay;
    this.device = device;
    this.listener = listener;
  }

  void use(RelayStream opened) {
    honest = opened;
  }

  private RelayStream open() throws IOException {
    var opened = honest;
    if (opened == null) {
      throw new IOException("not open yet");
    }
    return opened;
  }

  synchronized void deliver(Delivered envelope) {
    listener.delivered(List.of(envelope));
  }

  @Override
  public void send(List<SendRequest> requests) throws IOException {
    requests.forEach(request -> relay.note(device, request.envelopes()));
    var passed = relay.lies().sends(device, requests);
    if (!passed.isEmpty()) {
      open().send(passed);
    }
    swallow(requests, passed);
  }

  private synchronized void swallow(List<SendRequest> requests, List<SendRequest> passed) {
    var swallowed = new ArrayList<SendOutcome>();
    for (var request : requests) {
      if (passed.stream().noneMatch(other -> other.requestId() == request.requestId())) {
        swallowed.add(new SendOutcome.Accepted(request.requestId()));
      }
    }
    if (!swallowed.isEmpty()) {
      listener.results(swallowed);
    }
  }

  @Override
  public void acknowledge(List<UUID> envelopes) throws IOException {
    open().acknowledge(envelopes);
  }

  @Override
  public void ephemeral(DeviceAddress destination, Bytes ciphertext) throws IOException {
    open().ephemeral(destination, ciphertext);
  }

  @Override
  public void close() {
    var opened = honest;
    if (opened != null) {
      opened.close();
    }
  }

  @Override
  public synchronized void opened() {
    listener.opened();
  }

  @Override
  public synchronized void delivered(List<Delivered> envelopes) {
    var told = relay.lies().deliveries(device, envelopes);
    if (!told.isEmpty()) {
      listener.delivered(told);
    }
  }

  @Override
  public synchronized void results(List<SendOutcome> outcomes) {
    listener.results(outcomes);
  }

  @Override
  public synchronized void ephemeral(Bytes ciphertext) {
    listener.ephemeral(ciphertext);
  }

  @Override
  public synchronized void queueEmpty() {
    listener.queueEmpty();
  }

  @Override
  public synchronized void prekeysLow() {
    listener.prekeysLow();
  }

  @Override
  public synchronized void closed(StreamClosed why) {
    listener.closed(why);
  }
}
