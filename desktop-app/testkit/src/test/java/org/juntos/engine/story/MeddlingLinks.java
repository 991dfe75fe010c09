package org.juntos.engine.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.SendToMany;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// A link through which a test can lose, repeat and change what goes over the stream.
class MeddlingLinks implements RelayLinks {
  private final RelayLinks real;
  private final List<RelayStream> streams = new CopyOnWriteArrayList<>();

  MeddlingLinks() {
    this(Person.network());
  }

  MeddlingLinks(RelayLinks real) {
    this.real = real;
  }

  @Override
  public RelayApi api(RelayAddress relay, @Nullable Credentials credentials) {
    return new MeddlingApi(real.api(relay, credentials), this);
  }

  @Override
  public RelayStream open(RelayAddress relay, Credentials credentials, StreamListener listener) {
    var stream = new Stream(real.open(relay, credentials, new Listener(listener)), listener);
    streams.add(stream);
    return stream;
  }

  @Override
  public RelayStream openAnonymous(RelayAddress relay, StreamListener listener) {
    var stream = new Stream(real.openAnonymous(relay, new Listener(listener)), listener);
    streams.add(stream);
    return stream;
  }

  /// Cuts every stream.
  void cut() {
    streams.forEach(RelayStream::close);
  }

  BlobApi blobs(BlobApi relay) {
    return relay;
  }

  /// Whose keys are asked for.
  AccountId asked(AccountId account) {
    return account;
  }

  /// What becomes of the answer to an admission.
  RelayResult<Admission> admitted(RelayResult<Admission> answer) throws IOException {
    return answer;
  }

  /// The answer to a registration.
  RelayResult<RelayResult.Done> registered(RelayResult<RelayResult.Done> answer)
      throws IOException {
    return answer;
  }

  /// The answer to a request that does not reach the relay; null to let it through.
  @Nullable SendOutcome answer(SendRequest request) {
    return null;
  }

  /// What reaches the relay.
  void send(RelayStream to, List<SendRequest> requests) throws IOException {
    to.send(requests);
  }

  void acknowledge(RelayStream to, List<UUID> envelopes) throws IOException {
    to.acknowledge(envelopes);
  }

  /// What reaches the engine.
  void results(StreamListener to, List<SendOutcome> outcomes) {
    to.results(outcomes);
  }

  void delivered(StreamListener to, List<Delivered> envelopes) {
    to.delivered(envelopes);
  }

  private final class Stream implements RelayStream {
    private final RelayStream inner;
    private final StreamListener engine;

    Stream(RelayStream inner, StreamListener engine) {
      this.inner = inner;
      this.engine = engine;
    }

    @Override
    public void send(List<SendRequest> requests) throws IOException {
      var passed = new ArrayList<SendRequest>();
      for (var request : requests) {
        var answer = answer(request);
        if (answer == null) {
          passed.add(request);
        } else {
          engine.results(List.of(answer));
        }
      }
      if (!passed.isEmpty()) {
        MeddlingLinks.this.send(inner, passed);
      }
    }

    @Override
    public void sendToMany(SendToMany request) throws IOException {
      inner.sendToMany(request);
    }

    @Override
    public void acknowledge(List<UUID> envelopes) throws IOException {
      MeddlingLinks.this.acknowledge(inner, envelopes);
    }

    @Override
    public void ephemeral(DeviceAddress destination, Bytes ciphertext, AccessKey accessKey)
        throws IOException {
      inner.ephemeral(destination, ciphertext, accessKey);
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  private final class Listener implements StreamListener {
    private final StreamListener inner;

    Listener(StreamListener inner) {
      this.inner = inner;
    }

    @Override
    public void opened() {
      inner.opened();
    }

    @Override
    public void delivered(List<Delivered> envelopes) {
      MeddlingLinks.this.delivered(inner, envelopes);
    }

    @Override
    public void results(List<SendOutcome> outcomes) {
      MeddlingLinks.this.results(inner, outcomes);
    }

    @Override
    public void queueEmpty() {
      inner.queueEmpty();
    }

    @Override
    public void prekeysLow() {
      inner.prekeysLow();
    }

    @Override
    public void closed(StreamClosed why) {
      inner.closed(why);
    }
  }
}
