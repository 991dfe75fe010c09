package org.juntos.engine.presence;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.Sighting;
import org.juntos.engine.connection.Watched;
import org.juntos.engine.device.PresenceSharing;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.PresenceView;
import org.juntos.engine.online.AnonymousConnector;
import org.juntos.engine.online.AnonymousLine;
import org.juntos.engine.online.Line;
import org.juntos.engine.outbox.Ephemerals;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Watches whom the person looks at, over the stream of nobody, and tells the relay whether this
/// account shares when it is here. As long as it does not, nobody is watched and nothing is shown.
public final class Presences implements Turn {
  /// Who begins to share is not announced to those who were told nothing.
  static final Duration ASK_AGAIN = Duration.ofMinutes(5);

  private final Store store;
  private final RelayApi relay;
  private final Lines lines;
  private final Jobs jobs;
  private final Backoff backoff;
  private final LivePresence live;
  private final TypingIn typing;
  private final Wakeup wakeup = new Wakeup();
  private volatile Set<AccountId> looked = Set.of();
  private volatile boolean fresh = true;
  private List<Watched> asked = List.of();
  private Instant askedAt = Instant.EPOCH;
  private int failures;

  /// The stream of this device, and the one of nobody.
  public record Lines(Line named, AnonymousLine anonymous) {}

  /// @param shown told what is known of others
  public Presences(
      Store store,
      RelayApi relay,
      Lines lines,
      Jobs jobs,
      Backoff backoff,
      Ephemerals ephemerals,
      Consumer<Map<AccountId, PresenceView>> shown) {
    this.store = store;
    this.relay = relay;
    this.lines = lines;
    this.jobs = jobs;
    this.backoff = backoff;
    this.live = new LivePresence(shown);
    this.typing = new TypingIn(ephemerals, live, jobs::now);
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// The person looks at these from now on, and at nobody else.
  public Outcome look(Set<AccountId> accounts) {
    looked = accounts;
    wakeup.wake();
    return new Outcome.Done();
  }

  /// The person decides whether the account shares when it is here.
  public Outcome share(boolean shared) {
    store.write(txn -> {
      jobs.others(txn, PresenceSharing.decide(txn, !shared, jobs.now()));
      return true;
    });
    wakeup.wake();
    return new Outcome.PresenceShared(shared);
  }

  /// Tells whether it does.
  public Outcome tell() {
    return new Outcome.PresenceShared(!isHidden());
  }

  private boolean isHidden() {
    return store.read(PresenceSharing::isHidden);
  }

  /// Whether `account` is known to be here.
  boolean isOnline(AccountId account) {
    return live.isOnline(account);
  }

  /// An ephemeral has come.
  public void arrived(Bytes ciphertext) {
    typing.add(ciphertext);
    wakeup.wake();
  }

  /// Hears of the stream of nobody what `sends` hears of it.
  public AnonymousConnector.Sends beside(AnonymousConnector.Sends sends) {
    return new AnonymousConnector.Sends() {
      @Override
      public void open() {
        sends.open();
        anew();
      }

      @Override
      public void results(List<SendOutcome> outcomes) {
        sends.results(outcomes);
      }

      @Override
      public void seen(List<Sighting> sightings) {
        live.seen(sightings.stream().filter(one -> looked.contains(one.account())).toList());
        wakeup.wake();
      }

      @Override
      public void lost() {
        sends.lost();
        anew();
      }
    };
  }

  /// Nobody is watched on the stream of nobody, whichever there is.
  private void anew() {
    fresh = true;
    wakeup.wake();
  }

  @Override
  public Duration turn() {
    var next = told();
    if (isHidden()) {
      typing.forget();
      live.clear();
      ask(List.of());
      return next;
    }
    typing.turn();
    var due = live.expire(jobs.now());
    var until = due == null ? IDLE : Duration.between(jobs.now(), due);
    return earlier(next, earlier(until, watch()));
  }

  private static Duration earlier(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Duration watch() {
    var wanted = store.read(this::wanted);
    live.keep(wanted.stream().map(Watched::account).toList());
    ask(wanted);
    return !wanted.isEmpty() && live.isAnybodyHidden() ? ASK_AGAIN : IDLE;
  }

  /// Contacts who are looked at, and whose key is known.
  private List<Watched> wanted(Transaction txn) {
    return looked.stream()
        .sorted()
        .filter(account -> isContact(txn, account) && txn.contacts().access(account).isOpen())
        .map(account -> new Watched(account, Ephemerals.accessKey(txn, account)))
        .toList();
  }

  private static boolean isContact(Transaction txn, AccountId account) {
    var contact = txn.contacts().find(account);
    return contact != null && contact.state() == Contact.State.ACCEPTED;
  }

  private void ask(List<Watched> wanted) {
    var anonymous = lines.anonymous();
    anonymous.hold(!wanted.isEmpty());
    if (fresh) {
      fresh = false;
      asked = List.of();
      live.keep(List.of());
    }
    boolean again = live.isAnybodyHidden() && !jobs.now().isBefore(askedAt.plus(ASK_AGAIN));
    if (wanted.equals(asked) && !again) {
      return;
    }
    if (anonymous.isOpen()) {
      if (anonymous.watch(wanted)) {
        asked = wanted;
        askedAt = jobs.now();
      }
    } else if (!wanted.isEmpty() && lines.named().isOpen()) {
      anonymous.want();
    }
  }

  /// Tells the relay what the person has decided, if it does not know; how long until another try.
  private Duration told() {
    if (!lines.named().isOpen() || !store.read(PresenceSharing::isDue)) {
      return IDLE;
    }
    try {
      boolean hidden = isHidden();
      if (isTaken(relay.profiles().hidePresence(hidden))) {
        store.write(txn -> {
          PresenceSharing.told(txn, hidden);
          return true;
        });
        failures = 0;
        return IDLE;
      }
      failures++;
    } catch (IOException _) { // the relay does not answer: later
      failures++;
    }
    return backoff.after(failures);
  }

  /// A relay that does not know of it tells nobody anyway.
  private static boolean isTaken(RelayResult<Done> answer) {
    return answer instanceof RelayResult.Ok<Done>
        || (answer instanceof RelayResult.Refused<Done> refused
            && refused.code() == ErrorCode.NOT_FOUND);
  }
}
