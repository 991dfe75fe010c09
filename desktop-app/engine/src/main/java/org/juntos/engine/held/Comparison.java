package org.juntos.engine.held;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.crypto.session.SignedList;
import org.juntos.crypto.session.SignedPublicPrekey;
import org.juntos.engine.connection.HeldAnswer;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// Says in words where an answer of the relay differs from what this device expects.
final class Comparison {
  private static final Duration CLOCK = Duration.ofHours(1);
  private static final Duration WAITING = Duration.ofHours(1);

  /// Uploads end after their message was written, so they are kept longer than this.
  private static final Duration KEPT = WireLimits.BLOB_EXPIRY.minus(Duration.ofDays(1));

  private final HeldAnswer held;
  private final Expected expected;
  private final List<String> differences = new ArrayList<>();
  private @Nullable VerifiedList list;

  Comparison(HeldAnswer held, Expected expected) {
    this.held = held;
    this.expected = expected;
  }

  List<String> differences() {
    time();
    account();
    devices();
    prekeys();
    accessKey();
    messages();
    files();
    push();
    if (!held.rows("suspension").isEmpty()) {
      differences.add("The relay's admin has suspended this account.");
    }
    lock();
    userName();
    profile();
    presence();
    discoverable();
    unknown();
    return List.copyOf(differences);
  }

  private void time() {
    if (Duration.between(expected.now(), held.at()).abs().compareTo(CLOCK) > 0) {
      differences.add("The relay's clock and this device's are more than an hour apart.");
    }
  }

  private void account() {
    var rows = held.rows("account");
    if (rows.size() != 1) {
      differences.add("The relay holds " + rows.size() + " accounts of this id instead of one.");
      return;
    }
    var account = rows.getFirst();
    if (!expected.self().identityKey().equals(bytes(account, "identity_key"))) {
      differences.add("The relay shows another identity key for this account.");
    }
    var known = expected.list();
    var signed = signed(account);
    if (known == null || signed == null || !follows(known, signed)) {
      differences.add("The relay shows another list of this account's devices than was signed.");
    } else {
      list = signed;
    }
  }

  private @Nullable VerifiedList signed(Map<String, Object> account) {
    var shown =
        new SignedList(bytes(account, "device_list"), bytes(account, "device_list_signature"));
    var self = expected.self();
    return DeviceCrypto.verifiedList(self.account(), self.identityKey(), shown);
  }

  /// Another device of the account may have signed a newer list.
  private static boolean follows(VerifiedList known, VerifiedList shown) {
    return shown.equals(known) || shown.revision() > known.revision();
  }

  private void devices() {
    var listed = listed();
    var there = new TreeSet<Integer>();
    for (var device : held.rows("device")) {
      int number = Math.toIntExact(number(device, "number"));
      there.add(number);
      if (!listed.contains(number)) {
        differences.add("The relay holds device " + number + ", which is not on the signed list.");
      }
      if (number == expected.self().address().device()) {
        keys(device);
      }
    }
    for (var number : listed) {
      if (!there.contains(number)) {
        differences.add("The relay does not hold device " + number + " of the signed list.");
      }
    }
  }

  private Set<Integer> listed() {
    var known = list == null ? expected.list() : list;
    return known == null ? Set.of() : known.devices().keySet();
  }

  private void keys(Map<String, Object> device) {
    if (number(device, "registration_id") != expected.registrationId()) {
      differences.add("The relay holds another registration of this device.");
    }
    if (differs(device, "signed_prekey_id", "signed_prekey", expected.keys().signedPrekey())
        || differs(
            device, "last_resort_id", "last_resort_key", expected.keys().lastResortKyberPrekey())) {
      differences.add("The relay holds other signed prekeys than this device made last.");
    }
  }

  private static boolean differs(
      Map<String, Object> device, String id, String key, @Nullable SignedPublicPrekey made) {
    return made != null
        && (number(device, id) != made.id() || !made.publicKey().equals(bytes(device, key)));
  }

  private void prekeys() {
    long own = expected.self().address().device();
    for (int kyber = 0; kyber < 2; kyber++) {
      int kind = kyber;
      long left =
          held.rows("one_time_prekey").stream()
              .filter(key -> number(key, "device") == own && number(key, "kyber") == kind)
              .count();
      var name = kyber == 0 ? "one-time prekeys" : "one-time Kyber prekeys";
      if (left == 0) {
        differences.add("The relay has no " + name + " of this device left to hand out.");
      } else if (left > WireLimits.MAX_ONE_TIME_PREKEYS) {
        differences.add("The relay has more " + name + " of this device than it may keep.");
      }
    }
  }

  private void accessKey() {
    var hashes = held.rows("access_key").stream().map(row -> bytes(row, "key_sha256")).toList();
    var own = expected.accessKeySha256();
    if (!own.isEmpty() && !hashes.equals(List.of(own))) {
      differences.add("The relay lets in others than those who hold this account's key.");
    }
  }

  private void messages() {
    var before = held.at().minus(WAITING);
    long old =
        Stream.of("envelope", "envelope_copy")
            .flatMap(table -> held.rows(table).stream())
            .filter(envelope ->
                number(envelope, "device") == expected.self().address().device()
                    && time(envelope, "accepted_ms").isBefore(before))
            .count();
    if (old > 0) {
      differences.add(
          old == 1
              ? "1 message for this device has waited for more than an hour."
              : old + " messages for this device have waited for more than an hour.");
    }
  }

  private void files() {
    var there = new HashSet<String>();
    held.rows("upload").forEach(upload -> there.add(String.valueOf(upload.get("id"))));
    var known = new HashSet<String>();
    int gone = 0;
    for (var file : expected.files()) {
      known.add(file.blob());
      boolean due = file.whole() && file.at().plus(KEPT).isAfter(held.at());
      gone += due && !there.contains(file.blob()) ? 1 : 0;
    }
    if (gone > 0) {
      differences.add(
          gone == 1
              ? "1 file that this device sent is gone before its time."
              : gone + " files that this device sent are gone before their time.");
    }
    there.removeAll(known);
    there.removeAll(ofStatuses());
    boolean alone = listed().size() < 2; // what other devices sent before, is not known here
    if (alone && !there.isEmpty()) {
      differences.add(
          there.size() == 1
              ? "The relay holds 1 file that this device does not know."
              : "The relay holds " + there.size() + " files that this device does not know.");
    }
  }

  /// Files of statuses that this device knows; says so when there are others.
  private Set<String> ofStatuses() {
    var files = new HashSet<String>();
    int unknown = 0;
    for (var status : held.rows("status")) {
      if (expected.statuses().contains(bytes(status, "id"))) {
        files.add(String.valueOf(status.get("blob")));
      } else {
        unknown++;
      }
    }
    if (unknown > 0 && listed().size() < 2) { // another device may have posted it just now
      differences.add(
          unknown == 1
              ? "The relay holds 1 status that this device did not post."
              : "The relay holds " + unknown + " statuses that this device did not post.");
    }
    return files;
  }

  /// The relay forgets a place that the push service does not know any more: none is no difference.
  private void push() {
    for (var push : held.rows("push")) {
      boolean own = number(push, "device") == expected.self().address().device();
      if (own && !expected.push().contains(push.get("way") + ":" + push.get("address"))) {
        differences.add("The relay wakes this device at another place than it was told.");
      }
    }
  }

  private void lock() {
    var rows = held.rows("registration_lock");
    if (rows.isEmpty() == expected.locked()) {
      differences.add(
          expected.locked()
              ? "The relay does not hold the registration lock that this device has set."
              : "The relay holds a registration lock that this device did not set.");
    }
    for (var lock : rows) {
      long wrong = WireLimits.LOCK_TRIES - number(lock, "tries_left");
      if (wrong > 0) {
        differences.add(
            "Somebody tried to register this account's number or address with a wrong PIN, "
                + (wrong == 1 ? "once." : wrong + " times."));
      }
    }
  }

  private void userName() {
    var rows = held.rows("user_name");
    var shown = rows.isEmpty() ? Bytes.EMPTY : bytes(rows.getFirst(), "hash");
    if (!shown.equals(expected.userName())) {
      differences.add(
          expected.userName().isEmpty()
              ? "The relay holds a user name that this device did not choose."
              : "The relay does not hold the user name that this device has chosen.");
    }
  }

  private void presence() {
    if (expected.presenceHidden() && held.rows("presence_hidden").isEmpty()) {
      differences.add("The relay may tell contacts when this account is here, against its word.");
    }
  }

  private void profile() {
    var rows = held.rows("profile");
    long version = rows.isEmpty() ? 0 : number(rows.getFirst(), "version");
    if (version < expected.profileVersion()) {
      differences.add("The relay does not hold the profile that this account has uploaded last.");
    }
  }

  private void discoverable() {
    if (held.rows("discoverable").isEmpty() == expected.discoverable()) {
      differences.add(
          expected.discoverable()
              ? "The relay does not let this account be found by its number, as it was asked to."
              : "The relay lets this account be found by its number, and was not asked to.");
    }
  }

  private void unknown() {
    for (var table : held.tables()) {
      if (!HeldWords.knows(table.name()) && !table.rows().isEmpty()) {
        differences.add(
            "The relay holds something that this version does not know: " + table.name() + ".");
      }
    }
  }

  private static Bytes bytes(Map<String, Object> row, String column) {
    return row.get(column) instanceof Bytes bytes ? bytes : Bytes.EMPTY;
  }

  static long number(Map<String, Object> row, String column) {
    return row.get(column) instanceof Long number ? number : -1;
  }

  private static Instant time(Map<String, Object> row, String column) {
    return Instant.ofEpochMilli(number(row, column));
  }
}
