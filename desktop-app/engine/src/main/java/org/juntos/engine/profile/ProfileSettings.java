package org.juntos.engine.profile;

import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.crypto.session.LocalDevice;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.store.Transaction;
import org.juntos.wire.Bytes;

/// What the profile's settings hold about the profile itself.
public final class ProfileSettings {
  static final String NAME = "profile.name";
  static final String RELAY = "profile.relay";
  static final String TRUST_ROOT = "profile.trustRoot";
  static final String DEVICE_SECRET = "profile.deviceSecret";
  static final String STAGE = "profile.stage";
  static final String STAGE_REGISTERED = "registered";
  static final String USER_NAME = "account.userName";
  static final String LOCKED = "account.locked";
  static final String DISCOVERABLE = "account.discoverable";
  static final String YES = "yes";

  private ProfileSettings() {}

  /// The person's own name, as new contacts see it.
  public static String name(Transaction txn) {
    var name = txn.settings().get(NAME);
    return name == null ? "" : name;
  }

  /// Whether a setting is the person's own name.
  public static boolean isName(String key) {
    return key.equals(NAME);
  }

  /// Changes the person's own name.
  public static void rename(Transaction txn, String name) {
    txn.settings().put(NAME, name);
  }

  /// The account's user name; empty when there is none.
  public static String userName(Transaction txn) {
    var name = txn.settings().get(USER_NAME);
    return name == null ? "" : name;
  }

  /// @param name empty for none
  public static void setUserName(Transaction txn, String name) {
    if (name.isEmpty()) {
      txn.settings().remove(USER_NAME);
    } else {
      txn.settings().put(USER_NAME, name);
    }
  }

  /// Whether this device has locked the account with a PIN.
  public static boolean isLocked(Transaction txn) {
    return YES.equals(txn.settings().get(LOCKED));
  }

  /// Notes whether it has.
  public static void setLocked(Transaction txn, boolean locked) {
    set(txn, LOCKED, locked);
  }

  /// Whether the account can be found by its number, as its devices know.
  public static boolean isDiscoverable(Transaction txn) {
    return YES.equals(txn.settings().get(DISCOVERABLE));
  }

  /// Notes whether it can.
  public static void setDiscoverable(Transaction txn, boolean discoverable) {
    set(txn, DISCOVERABLE, discoverable);
  }

  private static void set(Transaction txn, String setting, boolean yes) {
    if (yes) {
      txn.settings().put(setting, YES);
    } else {
      txn.settings().remove(setting);
    }
  }

  /// Who this device is.
  public static Self self(Transaction txn, CryptoSource cryptos) {
    var device = device(txn, cryptos);
    return new Self(
        device.address(),
        device.identityKey(),
        relay(txn),
        Bytes.of(required(txn.settings().blob(TRUST_ROOT))));
  }

  /// What this device proves itself with; the caller closes it.
  public static Credentials credentials(Transaction txn, CryptoSource cryptos) {
    var secret = SecretBytes.takeFrom(required(txn.settings().blob(DEVICE_SECRET)));
    return new Credentials(device(txn, cryptos).address(), secret);
  }

  private static LocalDevice device(Transaction txn, CryptoSource cryptos) {
    var device = cryptos.in(txn).local();
    if (device == null) {
      throw new IllegalStateException("the profile has no device");
    }
    return device;
  }

  private static byte[] required(byte @Nullable [] value) {
    if (value == null) {
      throw new IllegalStateException("the profile lacks a setting");
    }
    return value;
  }

  private static RelayAddress relay(Transaction txn) {
    var text = txn.settings().get(RELAY);
    if (text != null
        && RelayAddress.parseAllowingPlain(text)
            instanceof RelayAddress.Parsed.Valid(var address)) {
      return address;
    }
    throw new IllegalStateException("a registered profile has a relay");
  }
}
