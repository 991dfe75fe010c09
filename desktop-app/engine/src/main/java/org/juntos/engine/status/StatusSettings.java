package org.juntos.engine.status;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.juntos.content.StatusContent;
import org.juntos.store.Transaction;
import org.juntos.wire.AccountId;

/// What the profile keeps about statuses beside them.
public final class StatusSettings {
  private static final String SELECTED = "status.selected";
  private static final String ACCOUNTS = "status.accounts";
  private static final String SECRETLY = "status.secretly";
  private static final String AHEAD = "status.relayAheadMs";
  private static final String YES = "yes";

  private StatusSettings() {}

  /// Who is to see the next ones: all contacts at first.
  public static StatusContent.Audience audience(Transaction txn) {
    return new StatusContent.Audience(isSet(txn, SELECTED), accounts(txn), isSet(txn, SECRETLY));
  }

  private static boolean isSet(Transaction txn, String key) {
    return YES.equals(txn.settings().get(key));
  }

  private static List<AccountId> accounts(Transaction txn) {
    var text = txn.settings().get(ACCOUNTS);
    return text == null || text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(AccountId::parse).toList();
  }

  static void keep(Transaction txn, StatusContent.Audience audience) {
    txn.settings().put(SELECTED, audience.selected() ? YES : "no");
    txn.settings()
        .put(
            ACCOUNTS,
            audience.accounts().stream().map(AccountId::toString).collect(Collectors.joining(",")));
    txn.settings().put(SECRETLY, audience.secretly() ? YES : "no");
  }

  /// How far the relay's clock was ahead of this device's when it last told.
  public static Duration ahead(Transaction txn) {
    var text = txn.settings().get(AHEAD);
    return text == null ? Duration.ZERO : Duration.ofMillis(Long.parseLong(text));
  }

  static void keepAhead(Transaction txn, Duration ahead) {
    txn.settings().put(AHEAD, Long.toString(ahead.toMillis()));
  }
}
