package org.juntos.engine.discovery;

import org.juntos.content.Linking;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Store;
import org.juntos.store.Transaction;

/// Whether the account can be found by its number: only when the person wants it. The number itself
/// is kept nowhere.
public record Discoverability(Store store, RelayApi relay, Jobs jobs) {
  /// Lets it be found; blocks until the relay has answered.
  ///
  /// @param written the account's number, with its country code
  public Outcome on(String written) {
    var number = PhoneNumbers.e164(written, "");
    return number == null
        ? Problems.refused("number-invalid")
        : Problems.answered(() -> noted(relay.people().discovery().list(number), true));
  }

  /// Lets it be found no more; blocks until the relay has answered.
  public Outcome off() {
    return Problems.answered(() -> noted(relay.people().discovery().unlist(), false));
  }

  /// Tells whether it can be found, as this account's devices know, and whether anybody can at this
  /// relay.
  public Outcome look() {
    boolean on = store.read(ProfileSettings::isDiscoverable);
    return Problems.answered(() ->
        switch (relay.facts()) {
          case RelayResult.Ok<RelayFacts>(var facts) ->
              new Outcome.Discoverable(on, facts.discovery());
          case RelayResult.Refused<RelayFacts> refused -> Problems.refused(refused);
        });
  }

  /// The account has moved to another number or address, by which nobody finds it yet.
  public void moved() {
    store.write(txn -> {
      note(txn, false);
      return true;
    });
  }

  private Outcome noted(RelayResult<Done> result, boolean on) {
    return switch (result) {
      case RelayResult.Ok<Done> _ -> {
        store.write(txn -> {
          note(txn, on);
          return true;
        });
        yield new Outcome.Discoverable(on, true);
      }
      case RelayResult.Refused<Done> refused ->
          switch (refused.code()) {
            case NOT_FOUND -> Problems.refused("discovery-off");
            case FORBIDDEN -> Problems.refused("number-not-own");
            case PHONE_NUMBER_INVALID -> Problems.refused("number-invalid");
            default -> Problems.refused(refused);
          };
    };
  }

  private void note(Transaction txn, boolean on) {
    if (ProfileSettings.isDiscoverable(txn) != on) {
      ProfileSettings.setDiscoverable(txn, on);
      jobs.others(txn, new Linking.Discoverable(on));
    }
  }
}
