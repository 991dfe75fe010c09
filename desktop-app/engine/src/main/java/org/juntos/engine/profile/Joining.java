package org.juntos.engine.profile;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.content.LinkCode;
import org.juntos.content.MalformedContentException;
import org.juntos.content.Provision;
import org.juntos.crypto.session.LinkKeys;
import org.juntos.crypto.session.Provisioned;
import org.juntos.crypto.session.SignedList;
import org.juntos.engine.connection.LinkApi;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayLink;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.problem.Problems;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// A device without an account that shows a code and waits until another one lets it join its
/// account. Nothing of it outlives the process: the code is good for ten minutes.
final class Joining implements AutoCloseable {
  private final RelayLinks links;
  private final InstantSource clock;
  private final SecureRandom random;
  private @Nullable Waiting waiting;
  private @Nullable Accepted accepted;

  Joining(RelayLinks links, InstantSource clock, SecureRandom random) {
    this.links = links;
    this.clock = clock;
    this.random = random;
  }

  /// @param expiresAt this device's clock
  /// @param problem why nothing comes of it; null as long as something may
  private record Waiting(
      RelayAddress relay,
      String deviceName,
      LinkKeys keys,
      Bytes mailbox,
      String code,
      Instant expiresAt,
      @Nullable Problem problem) {
    Waiting ended(String why) {
      return new Waiting(relay, deviceName, keys, mailbox, code, expiresAt, Problems.of(why));
    }
  }

  /// What another device has given.
  record Accepted(
      RelayAddress relay, String deviceName, Provisioned provisioned, Provision provision) {}

  /// What is to be made a profile of; null before another device has given it.
  @Nullable Accepted accepted() {
    return accepted;
  }

  /// Whether [#look] may still find something.
  boolean isWaiting() {
    return waiting != null && waiting.problem() == null;
  }

  /// Null when nothing is under way.
  @Nullable SessionView view(boolean keyring) {
    var given = accepted;
    if (given != null) {
      return new SessionView.LinkAccepted(given.relay().text(), given.provision().name(), keyring);
    }
    var now = waiting;
    return now == null
        ? null
        : new SessionView.Linking(now.relay().text(), now.code(), now.expiresAt(), now.problem());
  }

  Outcome start(String relay, String deviceName) {
    close();
    return switch (RelayLink.parse(relay)) {
      case RelayLink.Parsed.Invalid(var sentence) ->
          new Outcome.Refused(Problems.of("relay-invalid", sentence));
      case RelayLink.Parsed.Valid(var link) ->
          switch (Reached.of(() -> links.api(link.relay(), null).facts())) {
            case Reached.Not<RelayFacts>(var problem) -> new Outcome.Refused(problem);
            case Reached.Yes<RelayFacts>(RelayResult.Refused<RelayFacts> refused) ->
                Problems.refused(refused);
            case Reached.Yes<RelayFacts>(RelayResult.Ok<RelayFacts>(RelayFacts facts)) ->
                start(link.relay(), deviceName, facts);
          };
    };
  }

  private Outcome start(RelayAddress relay, String deviceName, RelayFacts facts) {
    return switch (Reached.of(() -> links.api(relay, null).links().makeMailbox())) {
      case Reached.Not<LinkApi.Mailbox>(var problem) -> new Outcome.Refused(problem);
      case Reached.Yes<LinkApi.Mailbox>(RelayResult.Refused<LinkApi.Mailbox> refused) ->
          Problems.refused(refused);
      case Reached.Yes<LinkApi.Mailbox>(RelayResult.Ok<LinkApi.Mailbox>(LinkApi.Mailbox made)) -> {
        var keys = new LinkKeys(random);
        var code =
            new LinkCode(
                relay.uri().toString(),
                relay.tlsPin(),
                made.id(),
                keys.publicKey(),
                keys.registrationId(),
                deviceName);
        var ahead = Duration.between(facts.now(), clock.instant());
        var until = made.expiresAt().plus(ahead);
        waiting = new Waiting(relay, deviceName, keys, made.id(), code.text(), until, null);
        yield new Outcome.Done();
      }
    };
  }

  /// Asks the relay once; whether that has changed anything.
  boolean look() {
    var now = waiting;
    if (now == null || now.problem() != null) {
      return false;
    }
    var seen = Reached.of(() -> links.api(now.relay(), null).links().look(now.mailbox()));
    if (seen instanceof Reached.Yes<Bytes>(RelayResult.Ok<Bytes>(Bytes sealed))
        && !sealed.isEmpty()) {
      open(now, sealed);
      return true;
    }
    boolean gone =
        seen instanceof Reached.Yes<Bytes>(RelayResult.Refused<Bytes> refused)
            && refused.code() == ErrorCode.NOT_FOUND;
    if (gone || !clock.instant().isBefore(now.expiresAt())) {
      waiting = now.ended("link-code-expired");
      return true;
    }
    return false;
  }

  private void open(Waiting now, Bytes sealed) {
    var provisioned = now.keys().open(now.mailbox(), sealed);
    var provision = provisioned == null ? null : read(provisioned);
    if (provisioned == null || provision == null) {
      waiting = now.ended("link-refused");
      return;
    }
    waiting = null;
    accepted = new Accepted(now.relay(), now.deviceName(), provisioned, provision);
  }

  private static @Nullable Provision read(Provisioned provisioned) {
    try {
      var provision = Provision.read(provisioned.details());
      return provisioned.isListed(provision.device(), list(provision)) ? provision : null;
    } catch (MalformedContentException _) {
      return null;
    }
  }

  static SignedList list(Provision provision) {
    return new SignedList(provision.devices().list(), provision.devices().signature());
  }

  /// Forgets it.
  @Override
  public void close() {
    waiting = null;
    var given = accepted;
    if (given != null) {
      given.provisioned().close();
      accepted = null;
    }
  }
}
