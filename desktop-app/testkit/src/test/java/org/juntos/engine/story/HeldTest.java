package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.engine.intent.HeldView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;

/// What the relay says it holds, and how the client compares.
final class HeldTest {
  @TempDir Path folder;

  private static HeldView held(Person person) throws InterruptedException {
    return assertInstanceOf(Outcome.Held.class, person.submit(new Intent.LookAtHeld())).view();
  }

  private static long rows(HeldView held, String name) {
    return held.kinds().stream()
        .filter(kind -> kind.name().equals(name))
        .mapToLong(kind -> kind.rows().size())
        .sum();
  }

  /// Changes what the relay has behind its back.
  private void meddle(Town town, String sql) throws Exception {
    town.stopRelay();
    try (var database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("relay/relay.db"));
        var statement = database.createStatement()) {
      statement.execute(sql);
    }
    town.startRelay();
  }

  @Test
  void an_honest_relay_holds_what_this_device_expects() throws Exception {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var ben = town.person("Ben");
      People.introduce(ana, ben);
      var file = Files.write(folder.resolve("photo.bin"), new byte[5_000]);
      var sent = ana.write(ben, "look", file);
      ana.until("it arrives", p -> p.reached(sent));
      var held = held(ana);
      assertEquals(List.of(), held.differences());
      assertEquals(1, rows(held, "account"));
      assertEquals(1, rows(held, "device"));
      assertEquals(1, rows(held, "upload"));
      assertEquals(0, rows(held, "suspension"));
      assertEquals(0, rows(held(ben), "upload"));
      assertEquals(List.of(), held(ben).differences());
    }
  }

  static Stream<Arguments> meddling() {
    return Stream.of(
        Arguments.of(
            "UPDATE account SET identity_key = x'05'",
            "The relay shows another identity key for this account."),
        Arguments.of(
            "UPDATE account SET device_list = CAST(device_list || x'00' AS BLOB)",
            "The relay shows another list of this account's devices than was signed."),
        Arguments.of(
            """
            INSERT INTO device SELECT 99, account, 2, registration_id, secret_sha256,
              sequences_reserved, signed_prekey_id, signed_prekey, signed_prekey_signature,
              last_resort_id, last_resort_key, last_resort_signature FROM device
            """,
            "The relay holds device 2, which is not on the signed list."),
        Arguments.of(
            "UPDATE device SET signed_prekey = x'05'",
            "The relay holds other signed prekeys than this device made last."),
        Arguments.of(
            "UPDATE device SET registration_id = registration_id + 1",
            "The relay holds another registration of this device."),
        Arguments.of("DELETE FROM upload", "1 file that this device sent is gone before its time."),
        Arguments.of(
            "INSERT INTO upload SELECT 'aabb', account, 1, expires_ms FROM upload",
            "The relay holds 1 file that this device does not know."));
  }

  @ParameterizedTest
  @MethodSource("meddling")
  void what_is_otherwise_than_it_should_be_is_named(String sql, String difference)
      throws Exception {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var file = Files.write(folder.resolve("photo.bin"), new byte[5_000]);
      var ben = town.person("Ben");
      People.introduce(ana, ben);
      var sent = ana.write(ben, "look", file);
      ana.until("it arrives", p -> p.reached(sent));
      ben.done(new Intent.GoOffline());
      meddle(town, sql.startsWith("INSERT INTO device") ? onlyAna(sql, ana) : sql);
      ana.done(new Intent.Reconnect());
      ana.until("back", Person::isCaughtUp);
      assertEquals(List.of(difference), held(ana).differences());
    }
  }

  private static String onlyAna(String sql, Person ana) {
    var id = ana.account().bytes().hex();
    return sql + " WHERE account = (SELECT id FROM account WHERE aci = x'" + id + "')";
  }
}
