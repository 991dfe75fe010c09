package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.juntos.content.ContactLink;
import org.juntos.crypto.session.Bundles;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
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
      relay.lie(KeyLies.bundles(_ -> forged));
      assertNothingLeaves();
    }
  }

  @Test
  void keys_of_an_impostor_under_the_true_identity_key_are_refused() throws Exception {
    try (var impostor = new Impostor(world, folder.resolve("eve"), bob.account())) {
      var forged = impostor.bundles();
      relay.lie(
          KeyLies.bundles(
              honest -> new Bundles(honest.identityKey(), forged.deviceList(), forged.devices())));
      assertNothingLeaves();
    }
  }

  @Test
  void a_device_that_bob_did_not_sign_stops_everything_to_him() throws Exception {
    relay.lie(KeyLies.ghostDevice());
    assertNothingLeaves();
  }

  @Test
  void a_device_list_that_the_relay_has_written_is_refused() throws Exception {
    relay.lie(KeyLies.rewrittenList());
    assertNothingLeaves();
  }

  @ParameterizedTest
  @EnumSource(KeyLies.Part.class)
  void malformed_and_low_order_keys_are_refused(KeyLies.Part part) throws Exception {
    for (var rubbish : KeyLies.RUBBISH) {
      relay.lie(part.is(rubbish));
      assertNothingLeaves();
    }
  }

  @Test
  void a_certificate_for_somebody_else_is_not_used() throws Exception {
    var own = ContactLink.parse(alice.link()).identityKey();
    var other = new DeviceAddress(bob.account(), DeviceAddress.PRIMARY_DEVICE);
    relay.lie(new KeyLies.Certifying(world.relay().certify(other, own)));
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
}
