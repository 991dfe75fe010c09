package org.juntos.engine.device;

import java.time.Instant;
import org.juntos.content.Linking;
import org.juntos.store.Transaction;

/// Whether this account shares when it is here. Who does not, is not shown when others are.
public final class PresenceSharing {
  private static final String HIDDEN = "presence.hidden";
  private static final String CHANGED = "presence.changedAt";
  private static final String AT_RELAY = "presence.atRelay";
  private static final String YES = "yes";
  private static final String NO = "no";

  private PresenceSharing() {}

  /// Whether it does not.
  public static boolean isHidden(Transaction txn) {
    return YES.equals(txn.settings().get(HIDDEN));
  }

  private static Instant changedAt(Transaction txn) {
    var text = txn.settings().get(CHANGED);
    return text == null ? Instant.EPOCH : Instant.parse(text);
  }

  /// The person has decided.
  ///
  /// @return for the account's other devices
  public static Linking.PresenceShared decide(Transaction txn, boolean hidden, Instant now) {
    put(txn, hidden, now);
    return told(txn);
  }

  /// What the account's other devices are told.
  public static Linking.PresenceShared told(Transaction txn) {
    return new Linking.PresenceShared(isHidden(txn), changedAt(txn));
  }

  /// Another device says what the person has decided; the later decision counts.
  public static void learn(Transaction txn, Linking.PresenceShared told) {
    if (told.changedAt().isAfter(changedAt(txn))) {
      put(txn, told.hidden(), told.changedAt());
    }
  }

  private static void put(Transaction txn, boolean hidden, Instant at) {
    txn.settings().put(CHANGED, at.toString());
    txn.settings().put(HIDDEN, hidden ? YES : NO);
  }

  /// Whether the relay has not been told by this device.
  public static boolean isDue(Transaction txn) {
    var hidden = txn.settings().get(HIDDEN);
    return hidden != null && !hidden.equals(txn.settings().get(AT_RELAY));
  }

  /// The relay was told.
  public static void told(Transaction txn, boolean hidden) {
    txn.settings().put(AT_RELAY, hidden ? YES : NO);
  }

  /// Whether a setting is this one.
  public static boolean isAbout(String setting) {
    return setting.equals(HIDDEN);
  }
}
