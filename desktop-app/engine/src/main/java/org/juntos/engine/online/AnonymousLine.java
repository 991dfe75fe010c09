package org.juntos.engine.online;

import java.util.List;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.SendToMany;

/// The stream of nobody beside the one of this device, open only while something is sent over it.
/// Thread-safe.
public final class AnonymousLine {
  private final Line named;
  private final Line line = new Line();
  private volatile boolean offered = true;
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
