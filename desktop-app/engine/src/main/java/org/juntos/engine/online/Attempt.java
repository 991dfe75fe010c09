package org.juntos.engine.online;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;

/// One stream, from the wish to have it to its end. It may open before the call that asked for it
/// has returned.
final class Attempt implements StreamListener {
  private final Traffic traffic;
  private final Owner owner;
  private @Nullable RelayStream stream;
  private boolean opened;
  private boolean closed;

  Attempt(Traffic traffic, Owner owner) {
    this.traffic = traffic;
    this.owner = owner;
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
    RelayStream ending;
    synchronized (this) {
      ending = stream;
    }
    if (ending != null) {
      ending.close();
    }
  }

  @Override
  public void opened() {
    RelayStream attached;
    synchronized (this) {
      opened = true;
      attached = stream;
    }
    if (attached != null) {
      owner.opened(this, attached);
    }
  }

  @Override
  public void delivered(List<Delivered> envelopes) {
    traffic.delivered(envelopes);
  }

  @Override
  public void results(List<SendOutcome> outcomes) {
    traffic.results(outcomes);
  }

  @Override
  public void queueEmpty() {
    owner.caughtUp();
    traffic.queueEmpty();
  }

  @Override
  public void prekeysLow() {
    traffic.prekeysLow();
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

    void caughtUp();

    void closed(Attempt attempt, StreamClosed why);
  }
}
