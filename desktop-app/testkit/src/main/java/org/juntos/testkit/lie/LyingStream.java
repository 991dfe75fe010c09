package org.juntos.testkit.lie;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.SendToMany;
import org.juntos.engine.connection.Sighting;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.engine.connection.Watched;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A stream through the script, both ways, in a world on one thread.
final class LyingStream implements RelayStream, StreamListener, LyingRelay.Line {
  private final LyingRelay relay;
  private final DeviceAddress device;
  private final StreamListener listener;
  private @Nullable RelayStream honest;

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

  @Override
  public void deliver(Delivered envelope) {
    listener.delivered(List.of(envelope));
  }

  @Override
  public void send(List<SendRequest> requests) throws IOException {
    var taken = relay.take(device, requests);
    if (!taken.passed().isEmpty()) {
      open().send(taken.passed());
    }
    if (!taken.swallowed().isEmpty()) {
      listener.results(
          taken.swallowed().stream().<SendOutcome>map(SendOutcome.Accepted::new).toList());
    }
  }

  @Override
  public void sendToMany(SendToMany request) throws IOException {
    open().sendToMany(request);
  }

  @Override
  public void acknowledge(List<UUID> envelopes) throws IOException {
    relay.acknowledge(envelopes);
    open().acknowledge(envelopes);
  }

  @Override
  public void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey accessKey)
      throws IOException {
    open().ephemeral(destination, ciphertext, accessKey);
  }

  @Override
  public void watch(List<Watched> accounts) throws IOException {
    open().watch(accounts);
  }

  @Override
  public void seen(List<Sighting> sightings) {
    listener.seen(relay.lies().sightings(sightings));
  }

  @Override
  public void close() {
    var opened = honest;
    if (opened != null) {
      opened.close();
    }
  }

  @Override
  public void opened() {
    listener.opened();
  }

  @Override
  public void delivered(List<Delivered> envelopes) {
    var told = relay.lies().deliveries(device, envelopes);
    if (!told.isEmpty()) {
      listener.delivered(told);
    }
  }

  @Override
  public void results(List<SendOutcome> outcomes) {
    listener.results(outcomes);
  }

  @Override
  public void ephemeral(Bytes ciphertext) {
    listener.ephemeral(ciphertext);
  }

  @Override
  public void queueEmpty() {
    listener.queueEmpty();
  }

  @Override
  public void prekeysLow() {
    listener.prekeysLow();
  }

  @Override
  public void closed(StreamClosed why) {
    listener.closed(why);
  }
}
