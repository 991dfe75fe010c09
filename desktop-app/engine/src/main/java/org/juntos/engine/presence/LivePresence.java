package org.juntos.engine.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Sighting;
import org.juntos.engine.model.PresenceView;
import org.juntos.wire.AccountId;

/// What is known of others at this moment, and shown. Thread-safe.
final class LivePresence {
  /// Who types says so again before this is over.
  static final Duration TYPING = Duration.ofSeconds(12);

  private final Consumer<Map<AccountId, PresenceView>> shown;
  private final Map<AccountId, PresenceView.State> states = new HashMap<>();
  private final Map<AccountId, Instant> typing = new HashMap<>();

  /// @param shown told each time
  LivePresence(Consumer<Map<AccountId, PresenceView>> shown) {
    this.shown = shown;
  }

  synchronized void seen(List<Sighting> sightings) {
    for (var sighting : sightings) {
      states.put(
          sighting.account(),
          switch (sighting.state()) {
            case Sighting.State.Hidden() -> new PresenceView.State.Hidden();
            case Sighting.State.Online() -> new PresenceView.State.Online();
            case Sighting.State.Away(var from, var span) -> new PresenceView.State.Away(from, span);
          });
    }
    show();
  }

  /// Nothing is known any more of anybody but these.
  synchronized void keep(List<AccountId> accounts) {
    if (states.keySet().retainAll(accounts)) {
      show();
    }
  }

  /// Somebody types, or does not any more.
  synchronized void typing(AccountId account, boolean now, Instant at) {
    if (now) {
      typing.put(account, at.plus(TYPING));
    } else {
      typing.remove(account);
    }
    show();
  }

  /// Nothing is shown of anybody.
  synchronized void clear() {
    typing.clear();
    states.clear();
    show();
  }

  /// Forgets who has not typed for a while; when to look again, null when nobody types.
  synchronized @Nullable Instant expire(Instant now) {
    if (typing.values().removeIf(until -> !now.isBefore(until))) {
      show();
    }
    return typing.values().stream().min(Instant::compareTo).orElse(null);
  }

  synchronized boolean isOnline(AccountId account) {
    return states.get(account) instanceof PresenceView.State.Online;
  }

  /// Whether somebody's presence was asked for and is not told.
  synchronized boolean isAnybodyHidden() {
    return states.values().stream().anyMatch(PresenceView.State.Hidden.class::isInstance);
  }

  private void show() {
    var views = new TreeMap<AccountId, PresenceView>();
    states.forEach((account, state) ->
        views.put(account, new PresenceView(state, typing.containsKey(account))));
    for (var account : typing.keySet()) {
      views.putIfAbsent(account, new PresenceView(new PresenceView.State.Unknown(), true));
    }
    shown.accept(Map.copyOf(views));
  }
}
