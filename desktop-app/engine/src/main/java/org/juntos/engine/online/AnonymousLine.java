package org.juntos.engine.online;

import java.util.List;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.SendToMany;
import org.juntos.engine.connection.Watched;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// The stream of nobody beside the one of this device, open only while something is sent over it.
/// Thread-safe.
public final class AnonymousLine {
  private final Line named;
  private final Line line = new Line();
  private volatile boolean offered = true;
  private volatile boolean held;
  private volatile Runnable onWanted = () -> {};

  /// @param named the stream of this device, whose ways and failures this one shares
  public AnonymousLine(Line named) {
    this.named = named;
  }

  /// Whether the relay has such streams, as far as is known.
  public boolean isOffered() {
    return offered;
  }

  /// Whether something can be sent.
  public boolean isOpen() {
    return line.isOpen();
  }

  /// There is something to send: opens it as soon as that can be done.
  public void want() {
    onWanted.run();
  }

  /// Hands requests to the stream.
  ///
  /// @return whether they were handed over; even then they may not arrive
  public boolean send(List<SendRequest> requests) {
    named.touch(); // what happens to the one may happen to the other
    return line.send(requests);
  }

  /// The same for one message for many.
  public boolean sendToMany(SendToMany request) {
    named.touch();
    return line.sendToMany(request);
  }

  /// Keeps it open, as long as there is something to watch.
  public void hold(boolean now) {
    held = now;
  }

  boolean isHeld() {
    return held;
  }

  /// Has the relay tell of the presence of these, and of nobody else.
  ///
  /// @return whether it was handed over
  public boolean watch(List<Watched> accounts) {
    return line.watch(accounts);
  }

  /// Sends what may be lost.
  public void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey accessKey) {
    line.ephemeral(destination, ciphertext, accessKey);
  }

  Line line() {
    return line;
  }

  Line named() {
    return named;
  }

  void whenWanted(Runnable told) {
    onWanted = told;
  }

  void offered(boolean now) {
    offered = now;
  }
}
