package org.juntos.engine.held;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayFacts;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.connection.RelayResult.Ok;
import org.juntos.engine.connection.RelayResult.Refused;
import org.juntos.engine.connection.UntrustedRelayException;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.HeldView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PushAddress;
import org.juntos.engine.intent.PushView;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.wire.ErrorCode;

/// Where the relay wakes this device. What it is told is kept, so that its answer about what it
/// holds can be compared.
public record PushSetting(Self self, Store store, RelayApi relay, HeldCheck held) {
  private static final String ADDRESS = "push.address";

  /// The relay may still have this one: it has not said that it took the other.
  private static final String EARLIER = "push.earlierAddress";

  private static final String TABLE = "push";

  /// Has this device woken at `address` from now on, and nowhere else.
  public Outcome set(PushAddress address) {
    begin(address.way() + ":" + address.text());
    return ended(() -> relay.setPush(address));
  }

  /// Has it woken nowhere.
  public Outcome clear() {
    begin("");
    return ended(relay::clearPush);
  }

  private void begin(String next) {
    store.write(txn -> {
      txn.settings().put(EARLIER, kept(txn, ADDRESS));
      txn.settings().put(ADDRESS, next);
      return true;
    });
  }

  private Outcome ended(Request request) {
    try {
      return switch (request.send()) {
        case Ok<Done> _ -> {
          store.write(txn -> {
            txn.settings().put(EARLIER, "");
            return true;
          });
          yield new Outcome.Done();
        }
        case Refused<Done> refused -> {
          store.write(txn -> {
            txn.settings().put(ADDRESS, kept(txn, EARLIER));
            return true;
          });
          yield refused(refused);
        }
      };
    } catch (UntrustedRelayException _) {
      return Problems.refused("relay-untrusted");
    } catch (IOException _) {
      return Problems.refused("offline");
    }
  }

  private static Outcome refused(Refused<?> refused) {
    return refused.code() == ErrorCode.NOT_FOUND
        ? Problems.refused("push-off")
        : Problems.refused(refused);
  }

  private interface Request {
    RelayResult<Done> send() throws IOException;
  }

  /// What the relay can do, and what it does for this device.
  public Outcome look() {
    try {
      return switch (relay.facts()) {
        case Refused<RelayFacts> refused -> Problems.refused(refused);
        case Ok<RelayFacts>(var facts) -> {
          var answer = held.look();
          yield answer instanceof Outcome.Held(var view)
              ? new Outcome.Push(view(facts.push(), view))
              : answer;
        }
      };
    } catch (UntrustedRelayException _) {
      return Problems.refused("relay-untrusted");
    } catch (IOException _) {
      return Problems.refused("offline");
    }
  }

  private PushView view(RelayFacts.Push push, HeldView held) {
    Map<String, Object> row =
        held.kinds().stream()
            .filter(kind -> kind.name().equals(TABLE))
            .flatMap(kind -> kind.rows().stream())
            .filter(this::isOwn)
            .findFirst()
            .orElse(Map.of());
    return new PushView(
        push.ways(),
        push.vapidKey(),
        String.valueOf(row.getOrDefault("way", "")),
        String.valueOf(row.getOrDefault("address", "")));
  }

  private boolean isOwn(Map<String, Object> row) {
    return Comparison.number(row, "device") == self.address().device();
  }

  private static String kept(Transaction txn, String key) {
    var kept = txn.settings().get(key);
    return kept == null ? "" : kept;
  }

  /// Where the relay may wake this device: as `way:address`.
  static Set<String> expected(Transaction txn) {
    return new HashSet<>(List.of(kept(txn, ADDRESS), kept(txn, EARLIER)));
  }
}
