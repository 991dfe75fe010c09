package org.juntos.engine.online;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.Sighting;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.wire.Bytes;

/// One stream at one address, from the wish to have it to its end. It may open before the call that
/// asked for it has returned.
final class Attempt implements StreamListener {
  private final Traffic traffic;
  private final Owner owner;
  private final RelayAddress address;
  private final InstantSource clock;
  private final Instant begunAt;
  private final Pulse pulse;
  private @Nullable RelayStream stream;
  private boolean opened;
  private boolean closed;

  Attempt(Traffic traffic, Owner owner, RelayAddress address, InstantSource clock) {
    this.traffic = traffic;
    this.owner = owner;
    this.address = address;
    this.clock = clock;
    begunAt = clock.instant();
    pulse = new Pulse(begunAt);
  }

  RelayAddress address() {
    return address;
  }

  Instant begunAt() {
    return begunAt;
  }

  synchronized boolean isOpen() {
    return opened && stream != null;
  }

  /// Whether it still leads anywhere.
  Pulse pulse() {
    return pulse;
  }

  /// What was asked for is here; it may be open or over already.
  void attach(RelayStream attached) {
    synchronized (this) {
      stream = attached;
      if (!opened || closed) {
        return;
      }
    }
    owner.opened(this, attached);
  }

  /// Closes the stream, if there is one.
  void end() {
    var ending = stream();
    if (ending != null) {
      ending.close();
    }
  }

  /// Asks for a sign of life; whether one will come as long as the stream leads anywhere.
  boolean probe() {
    var asking = stream();
    try {
      return asking != null && asking.probe();
    } catch (IOException _) { // it is closing, and says so
      return false;
    }
  }

  private synchronized @Nullable RelayStream stream() {
    return stream;
  }

  /// Something was handed to the stream, or came out of it.
  void used() {
    if (pulse.used(clock.instant())) {
      owner.awake();
    }
  }

  private void received() {
    pulse.heard(clock.instant());
    used();
  }

  @Override
  public void opened() {
    RelayStream attached;
    synchronized (this) {
      opened = true;
      attached = stream;
    }
    var now = clock.instant();
    pulse.opened(now, Duration.between(begunAt, now));
    if (attached != null) {
      owner.opened(this, attached);
    }
  }

  @Override
  public void delivered(List<Delivered> envelopes) {
    received();
    traffic.delivered(envelopes);
  }

  @Override
  public void results(List<SendOutcome> outcomes) {
    received();
    traffic.results(outcomes);
  }

  @Override
  public void queueEmpty() {
    received();
    owner.caughtUp(this);
    traffic.queueEmpty();
  }

  @Override
  public void prekeysLow() {
    received();
    traffic.prekeysLow();
  }

  @Override
  public void ephemeral(Bytes ciphertext) {
    pulse.heard(clock.instant());
    traffic.ephemeral(ciphertext);
  }

  @Override
  public void seen(List<Sighting> sightings) {
    pulse.heard(clock.instant());
    traffic.seen(sightings);
  }

  @Override
  public void alive() {
    pulse.heard(clock.instant());
  }

  @Override
  public void closed(StreamClosed why) {
    synchronized (this) {
      closed = true;
    }
    owner.closed(this, why);
  }

  /// Who asked for the stream.
  interface Owner {
    void opened(Attempt attempt, RelayStream stream);

    /// It is in use again.
    void awake();

    void caughtUp(Attempt attempt);

    void closed(Attempt attempt, StreamClosed why);
  }
}
