package org.juntos.engine.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.SendToMany;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A link with a fault of ours planted in it, to see whether stories notice.
final class FaultyLinks implements RelayLinks {
  private final RelayLinks links;
  private final Fault fault;
  private final RandomGenerator random;
  private boolean begun;

  enum Fault {
    ACKNOWLEDGES_BEFORE_THE_COMMIT,
    CALLS_ACCEPTED_WHAT_IT_LOST
  }

  FaultyLinks(RelayLinks links, Fault fault, RandomGenerator random) {
    this.links = links;
    this.fault = fault;
    this.random = random;
  }

  /// From now on.
  void begin() {
    begun = true;
  }

  @Override
  public RelayApi api(RelayAddress relay, @Nullable Credentials credentials) {
    return links.api(relay, credentials);
  }

  @Override
  public RelayStream open(RelayAddress relay, Credentials credentials, StreamListener listener) {
    var faulty = new FaultyStream(listener);
    faulty.stream = links.open(relay, credentials, faulty);
    return faulty;
  }

  @Override
  public RelayStream openAnonymous(RelayAddress relay, StreamListener listener) {
    var faulty = new FaultyStream(listener);
    faulty.stream = links.openAnonymous(relay, faulty);
    return faulty;
  }

  private final class FaultyStream implements RelayStream, StreamListener {
    private final StreamListener listener;
    private @Nullable RelayStream stream;

    private FaultyStream(StreamListener listener) {
      this.listener = listener;
    }

    private RelayStream open() {
      if (stream == null) {
        throw new IllegalStateException("not open");
      }
      return stream;
    }

    @Override
    public void send(List<SendRequest> requests) throws IOException {
      var sent = new ArrayList<SendRequest>();
      for (var request : requests) {
        if (begun && fault == Fault.CALLS_ACCEPTED_WHAT_IT_LOST && random.nextInt(10) == 0) {
          listener.results(List.of(new SendOutcome.Accepted(request.requestId())));
        } else {
          sent.add(request);
        }
      }
      if (!sent.isEmpty()) {
        open().send(sent);
      }
    }

    @Override
    public void delivered(List<Delivered> envelopes) {
      if (begun && fault == Fault.ACKNOWLEDGES_BEFORE_THE_COMMIT) {
        try {
          open().acknowledge(envelopes.stream().map(Delivered::id).toList());
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
      listener.delivered(envelopes);
    }

    @Override
    public void sendToMany(SendToMany request) throws IOException {
      open().sendToMany(request);
    }

    @Override
    public void acknowledge(List<UUID> envelopes) throws IOException {
      open().acknowledge(envelopes);
    }

    @Override
    public void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey accessKey)
        throws IOException {
      open().ephemeral(destination, ciphertext, accessKey);
    }

    @Override
    public void close() {
      open().close();
    }

    @Override
    public void opened() {
      listener.opened();
    }

    @Override
    public void results(List<SendOutcome> outcomes) {
      listener.results(outcomes);
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
}
