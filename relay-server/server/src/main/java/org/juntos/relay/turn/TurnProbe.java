package org.juntos.relay.turn;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Tries whether a TURN server relays for whoever the relay gives credentials to: it asks for an
/// address (RFC 8656, 7) and gives it back at once.
public record TurnProbe(Duration patience, RandomGenerator random) {
  private static final byte[] UDP = {17, 0, 0, 0};
  private static final byte[] NO_TIME = {0, 0, 0, 0};
  private static final int UNAUTHORIZED = 401;

  /// What came of it.
  public sealed interface Outcome {
    /// It relays.
    ///
    /// @param address from which; null when it did not say
    record Relays(@Nullable InetAddress address) implements Outcome {}

    /// It takes anybody, without credentials.
    record Open() implements Outcome {}

    /// It does not know the secret.
    record Refuses() implements Outcome {}

    /// It answers otherwise.
    ///
    /// @param code as in HTTP, see RFC 8656, 19
    record Fails(int code) implements Outcome {}
  }

  /// Asks `server`.
  ///
  /// @throws IOException when it does not answer
  public Outcome look(TurnUri server, TurnCredentials credentials) throws IOException {
    try (var link = TurnLink.to(server, patience)) {
      var bare = allocate();
      var first = link.ask(bare, bare.bytes(null));
      if (first.type() == StunMessage.ALLOCATED) {
        return new Outcome.Open();
      }
      if (first.errorCode() != UNAUTHORIZED) {
        return new Outcome.Fails(first.errorCode());
      }
      var login =
          new Login(credentials, first.text(StunMessage.REALM), first.text(StunMessage.NONCE));
      var answer = login.ask(link, allocate());
      if (answer.type() == StunMessage.ALLOCATED) {
        var release = StunMessage.request(StunMessage.REFRESH, random);
        login.ask(link, release.with(StunMessage.LIFETIME, NO_TIME));
        return new Outcome.Relays(answer.relayed());
      }
      return answer.errorCode() == UNAUTHORIZED
          ? new Outcome.Refuses()
          : new Outcome.Fails(answer.errorCode());
    }
  }

  private StunMessage allocate() {
    return StunMessage.request(StunMessage.ALLOCATE, random)
        .with(StunMessage.REQUESTED_TRANSPORT, UDP);
  }

  /// What a server asked for with its first answer.
  private record Login(TurnCredentials credentials, String realm, String nonce) {
    StunMessage ask(TurnLink link, StunMessage request) throws IOException {
      request
          .with(StunMessage.USERNAME, credentials.username())
          .with(StunMessage.REALM, realm)
          .with(StunMessage.NONCE, nonce);
      return link.ask(request, request.bytes(key()));
    }

    /// RFC 8489, 9.2.2: MD5 is what servers speak.
    private byte[] key() {
      var text = credentials.username() + ":" + realm + ":" + credentials.password();
      try {
        return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("every JDK has MD5", impossible);
      }
    }
  }
}
