package org.juntos.engine.online;

import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.StreamListener;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Streams that a test makes; no requests.
final class FakeLinks implements RelayLinks {
  final List<RelayAddress> abandoned = new ArrayList<>();
  private final BiFunction<RelayAddress, StreamListener, RelayStream> opening;

  FakeLinks(BiFunction<RelayAddress, StreamListener, RelayStream> opening) {
    this.opening = opening;
  }

  static RelayAddress address(String name) {
    return new RelayAddress(URI.create("https://" + name + ".example:1"), Bytes.EMPTY);
  }

  static Credentials credentials() {
    var device = new DeviceAddress(new AccountId(new UUID(0, 1)), 1);
    return new Credentials(
        device, SecretBytes.random(Credentials.SECRET_BYTES, new SecureRandom()));
  }

  @Override
  public RelayApi api(RelayAddress relay, @Nullable Credentials credentials) {
    throw new IllegalStateException("no requests here");
  }

  @Override
  public RelayStream open(RelayAddress relay, Credentials credentials, StreamListener listener) {
    return opening.apply(relay, listener);
  }

  @Override
  public RelayStream openAnonymous(RelayAddress relay, StreamListener listener) {
    return opening.apply(relay, listener);
  }

  @Override
  public void abandon(RelayAddress relay) {
    abandoned.add(relay);
  }
}
