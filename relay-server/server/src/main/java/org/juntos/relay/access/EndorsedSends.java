package org.juntos.relay.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.FanOut;
import org.juntos.relay.mailbox.Mailboxes;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Lets in what members of a group send to each other: whoever shows that the relay endorsed them
/// towards exactly these accounts. From where many endorsements do not hold, none is looked at for
/// a while: to look costs more than to make one up. Thread-safe.
public final class EndorsedSends {
  private static final int DENIED_PER_MINUTE = 60;

  private final Endorsing endorsing;
  private final Mailboxes mailboxes;
  private final RateLimit<String> denials;

  /// Tells whether endorsements hold.
  @FunctionalInterface
  public interface Endorsing {
    /// Whether `endorsement` holds now for exactly `accounts`, each of which is there once.
    boolean endorses(Bytes endorsement, Collection<AccountId> accounts);
  }

  /// @param unhurried whether there are no limits
  public EndorsedSends(
      Endorsing endorsing, Mailboxes mailboxes, boolean unhurried, InstantSource clock) {
    this.endorsing = endorsing;
    this.mailboxes = mailboxes;
    this.denials =
        new RateLimit<>(
            unhurried ? Integer.MAX_VALUE : DENIED_PER_MINUTE, Duration.ofMinutes(1), clock);
  }

  /// Whether whoever shows `endorsement` may reach `account`.
  public Verdict<Boolean> opens(AccountId account, Bytes endorsement, String networkAddress) {
    return switch (look(endorsement, List.of(account), networkAddress)) {
      case Looked.Holds() -> Verdict.granted(true);
      case Looked.Not() ->
          Verdict.refused(ErrorCode.ACCESS_DENIED, "The endorsement is not for this account.");
      case Looked.Later(var wait) ->
          Verdict.refused(ErrorCode.RATE_LIMITED, "Too many endorsements did not hold.", wait);
    };
  }

  /// Sends envelopes. `reply` runs once, perhaps before this returns.
  public void send(
      List<Envelope> envelopes, Bytes endorsement, String networkAddress, Consumer<Reply> reply) {
    if (isIn(endorsement, accounts(envelopes.stream()), networkAddress, reply)) {
      mailboxes.send(envelopes, appended -> reply.accept(new Reply.Decided(appended)));
    }
  }

  /// Sends one message to many devices. `reply` runs once, perhaps before this returns.
  public void send(FanOut fanOut, Bytes endorsement, String networkAddress, Consumer<Reply> reply) {
    var envelopes = fanOut.copies().stream().map(FanOut.Copy::own);
    if (isIn(endorsement, accounts(envelopes), networkAddress, reply)) {
      mailboxes.send(fanOut, appended -> reply.accept(new Reply.Decided(appended)));
    }
  }

  private static Set<AccountId> accounts(Stream<Envelope> envelopes) {
    var accounts = new LinkedHashSet<AccountId>();
    envelopes.forEach(envelope -> accounts.add(envelope.destination().account()));
    return accounts;
  }

  /// Whether it goes on; if not, the reply is given.
  private boolean isIn(
      Bytes endorsement, Set<AccountId> accounts, String networkAddress, Consumer<Reply> reply) {
    return switch (look(endorsement, accounts, networkAddress)) {
      case Looked.Holds() -> true;
      case Looked.Not() -> {
        reply.accept(new Reply.NotEndorsed());
        yield false;
      }
      case Looked.Later(var wait) -> {
        reply.accept(new Reply.Unwell(wait));
        yield false;
      }
    };
  }

  private sealed interface Looked {
    record Holds() implements Looked {}

    record Not() implements Looked {}

    record Later(Duration delay) implements Looked {}
  }

  private Looked look(Bytes endorsement, Collection<AccountId> accounts, String networkAddress) {
    var wait = denials.take(networkAddress);
    if (!wait.isZero()) {
      return new Looked.Later(wait);
    }
    if (!endorsing.endorses(endorsement, accounts)) {
      return new Looked.Not();
    }
    denials.giveBack(networkAddress, 1);
    return new Looked.Holds();
  }
}
