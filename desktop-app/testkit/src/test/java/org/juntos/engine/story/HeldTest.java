package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
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
import org.juntos.engine.intent.PushAddress;
import org.juntos.engine.intent.PushView;
import org.juntos.wire.Bytes;

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

  @Test
  void where_a_device_is_woken_is_told_and_compared() throws Exception {
    var web = new PushAddress.Web("https://push.invalid/ana", point(), Bytes.of(new byte[16]));
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      assertEquals("", push(ana).way());
      assertEquals(List.of("web"), push(ana).ways());
      assertEquals(65, push(ana).vapidKey().size());
      assertInstanceOf(Outcome.Done.class, ana.submit(new Intent.SetPush(web)));
      assertEquals("https://push.invalid/ana", push(ana).address());
      assertEquals(List.of(), held(ana).differences());
      var fcm = new Intent.SetPush(new PushAddress.Fcm("token"));
      var refused = assertInstanceOf(Outcome.Refused.class, ana.submit(fcm));
      assertEquals("push-invalid", refused.problem().code());
      assertEquals(List.of(), held(ana).differences());
      town.meddle("UPDATE push SET address = 'https://elsewhere.invalid/'");
      ana.done(new Intent.Reconnect());
      ana.until("back", Person::isCaughtUp);
      assertEquals(
          List.of("The relay wakes this device at another place than it was told."),
          held(ana).differences());
      assertInstanceOf(Outcome.Done.class, ana.submit(new Intent.ClearPush()));
      assertEquals("", push(ana).way());
      assertEquals(List.of(), held(ana).differences());
    }
  }

  private static PushView push(Person person) throws InterruptedException {
    return assertInstanceOf(Outcome.Push.class, person.submit(new Intent.LookAtPush())).view();
  }

  private static Bytes point() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var encoded = generator.generateKeyPair().getPublic().getEncoded();
    return Bytes.of(Arrays.copyOfRange(encoded, encoded.length - 65, encoded.length));
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
      town.meddle(sql.startsWith("INSERT INTO device") ? onlyAna(sql, ana) : sql);
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
