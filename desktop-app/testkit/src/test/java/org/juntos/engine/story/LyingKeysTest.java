package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.juntos.content.ContactLink;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.DeviceBundle;
import org.juntos.crypto.session.PublicPrekey;
import org.juntos.crypto.session.SignedList;
import org.juntos.crypto.session.SignedPublicPrekey;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What a relay can do with the keys that it hands out, and what it cannot.
final class LyingKeysTest {
  private final LyingRelay relay = new LyingRelay();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private World world;

  @SuppressWarnings("NullAway.Init")
  private Person alice;

  @SuppressWarnings("NullAway.Init")
  private Person bob;

  @BeforeEach
  void two_strangers() throws Exception {
    world = new World(folder, 815);
    alice = world.person("Alice", relay::over);
    bob = world.person("Bob", relay::over);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void keys_of_an_impostor_are_refused_and_nothing_is_sealed_for_them() throws Exception {
    try (var impostor = new Impostor(world, folder.resolve("eve"), bob.account())) {
      var forged = impostor.bundles();
      relay.lie(bundles(_ -> forged));
      assertNothingLeaves();
    }
  }

  @Test
  void keys_of_an_impostor_under_the_true_identity_key_are_refused() throws Exception {
    try (var impostor = new Impostor(world, folder.resolve("eve"), bob.account())) {
      var forged = impostor.bundles();
      relay.lie(
          bundles(
              honest -> new Bundles(honest.identityKey(), forged.deviceList(), forged.devices())));
      assertNothingLeaves();
    }
  }

  @Test
  void a_device_that_bob_did_not_sign_stops_everything_to_him() throws Exception {
    relay.lie(
        bundles(honest -> {
          var devices = new ArrayList<>(honest.devices());
          var own = devices.getFirst();
          devices.add(
              new DeviceBundle(
                  2,
                  own.registrationId() + 1,
                  own.signedPrekey(),
                  own.kyberPrekey(),
                  own.oneTimePrekey()));
          return new Bundles(honest.identityKey(), honest.deviceList(), devices);
        }));
    assertNothingLeaves();
  }

  @Test
  void a_device_list_that_the_relay_has_written_is_refused() throws Exception {
    relay.lie(
        bundles(honest -> {
          var list = honest.deviceList().list().toArray();
          list[list.length - 1] ^= 1;
          var rewritten = new SignedList(Bytes.of(list), honest.deviceList().signature());
          return new Bundles(honest.identityKey(), rewritten, honest.devices());
        }));
    assertNothingLeaves();
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void malformed_and_low_order_keys_are_refused(Part part) throws Exception {
    for (var rubbish : List.of("", "05", "05" + "00".repeat(32), "07" + "11".repeat(32))) {
      relay.lie(bundles(honest -> part.with(honest, Bytes.ofHex(rubbish))));
      assertNothingLeaves();
    }
  }

  @Test
  void a_certificate_for_somebody_else_is_not_used() throws Exception {
    var own = ContactLink.parse(alice.link()).identityKey();
    relay.lie(
        new Lies() {
          @Override
          public IssuedCertificate certificate(DeviceAddress sender, IssuedCertificate honest) {
            var other = new DeviceAddress(bob.account(), 1);
            return world.relay().certify(other, own);
          }
        });
    alice.submit(new Intent.AddContact(bob.link()));
    world.settle();
    assertEquals(List.of(), relay.sent());

    relay.beHonest();
    world.settle();
    assertEquals(1, bob.models().contacts().value().size());
  }

  /// Alice adds Bob while the relay lies: nothing is sealed for the wrong keys. Once the relay is
  /// honest, they meet.
  private void assertNothingLeaves() throws Exception {
    var outcome = alice.submit(new Intent.AddContact(bob.link()));
    world.settle();

    assertInstanceOf(Outcome.Refused.class, outcome);
    assertEquals(List.of(), relay.sent());
    assertEquals(List.of(), bob.models().contacts().value());
  }

  private static Lies bundles(Change change) {
    return new Lies() {
      @Override
      public Bundles bundles(AccountId account, Bundles honest) {
        return change.of(honest);
      }
    };
  }

  private interface Change {
    Bundles of(Bundles honest);
  }

  enum Part {
    IDENTITY,
    SIGNED,
    KYBER,
    ONE_TIME;

    Bundles with(Bundles honest, Bytes key) {
      var devices = honest.devices().stream().map(device -> with(device, key)).toList();
      var identityKey = this == IDENTITY ? key : honest.identityKey();
      return new Bundles(identityKey, honest.deviceList(), devices);
    }

    private DeviceBundle with(DeviceBundle device, Bytes key) {
      return new DeviceBundle(
          device.device(),
          device.registrationId(),
          this == SIGNED ? with(device.signedPrekey(), key) : device.signedPrekey(),
          this == KYBER ? with(device.kyberPrekey(), key) : device.kyberPrekey(),
          this == ONE_TIME ? new PublicPrekey(1, key) : device.oneTimePrekey());
    }

    private static SignedPublicPrekey with(SignedPublicPrekey honest, Bytes key) {
      return new SignedPublicPrekey(honest.id(), key, honest.signature());
    }
  }
}
