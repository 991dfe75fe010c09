package org.juntos.relay.access;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.Mailboxes;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Lets in what may be sent. Who holds the access keys of those they send to need not say who they
/// are. Who does not, asks under their own name, so many messages a day; what goes to their own
/// account counts for nothing, nor what goes to accounts without a key, which nobody can reach
/// otherwise. Thread-safe.
public final class Access {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final AccessKeys keys;
  private final Mailboxes mailboxes;
  private final int askedPerDay;
  private final RateLimit<AccountId> pace;

  /// @param askedPerDay messages a day of one account to others that have an access key
  public Access(AccessKeys keys, Mailboxes mailboxes, int askedPerDay, InstantSource clock) {
    this.keys = keys;
    this.mailboxes = mailboxes;
    this.askedPerDay = askedPerDay;
    this.pace = new RateLimit<>(askedPerDay, DAY, clock);
  }

  /// Who is opened by what.
  public AccessKeys keys() {
    return keys;
  }

  /// Sends what nobody in particular hands in. `reply` runs once, perhaps before this returns.
  ///
  /// @param shown keys of the addressed accounts, in the order in which these first appear
  public void send(List<Envelope> envelopes, List<Bytes> shown, Consumer<Reply> reply) {
    try {
      if (opens(envelopes, shown)) {
        mailboxes.send(envelopes, appended -> reply.accept(new Reply.Decided(appended)));
      } else {
        reply.accept(new Reply.Denied());
      }
    } catch (IOException _) { // the store
      reply.accept(new Reply.Unwell(RETRY));
    }
  }

  private boolean opens(List<Envelope> envelopes, List<Bytes> shown) throws IOException {
    var opened = new ArrayList<AccountId>(1);
    for (var envelope : envelopes) {
      var account = account(envelope);
      if (!opened.contains(account)) {
        int next = opened.size();
        if (next == shown.size() || !keys.opens(account, shown.get(next))) {
          return false;
        }
        opened.add(account);
      }
    }
    return opened.size() == shown.size();
  }

  private static AccountId account(Envelope envelope) {
    return envelope.destination().account();
  }

  /// Forwards what may be lost; drops it when `key` does not open the account.
  public void forward(DeviceAddress destination, Bytes ciphertext, Bytes key) {
    try {
      if (keys.opens(destination.account(), key)) {
        mailboxes.forward(destination, ciphertext);
      }
    } catch (IOException _) { // the store: it may be lost
      return;
    }
  }

  /// Sends what `from` hands in under its own name. `reply` runs once, perhaps before this returns.
  public void ask(AccountId from, List<Envelope> envelopes, Consumer<Reply> reply) {
    int messages;
    try {
      messages = strange(from, envelopes);
    } catch (IOException _) { // the store
      reply.accept(new Reply.Unwell(RETRY));
      return;
    }
    if (messages > askedPerDay) {
      reply.accept(new Reply.TooMany());
      return;
    }
    var wait = messages == 0 ? Duration.ZERO : pace.take(from, messages);
    if (!wait.isZero()) {
      reply.accept(new Reply.Wait(wait));
      return;
    }
    mailboxes.send(
        envelopes,
        appended -> {
          if (messages > 0 && !isNew(appended)) {
            pace.giveBack(from, messages); // a repeat, or nothing came of it
          }
          reply.accept(new Reply.Decided(appended));
        });
  }

  private static boolean isNew(Appended appended) {
    return appended instanceof Appended.Durable(var fresh) && !fresh.isEmpty();
  }

  /// How many messages go to others that have a key. One message is one envelope for each device of
  /// an account.
  private int strange(AccountId from, List<Envelope> envelopes) throws IOException {
    Map<DeviceAddress, Integer> perDevice = HashMap.newHashMap(1);
    for (var envelope : envelopes) {
      var to = account(envelope);
      if (!to.equals(from) && keys.has(to)) {
        perDevice.merge(envelope.destination(), 1, Integer::sum);
      }
    }
    Map<AccountId, Integer> perAccount = HashMap.newHashMap(1);
    perDevice.forEach((device, count) -> perAccount.merge(device.account(), count, Math::max));
    return perAccount.values().stream().mapToInt(Integer::intValue).sum();
  }
}
