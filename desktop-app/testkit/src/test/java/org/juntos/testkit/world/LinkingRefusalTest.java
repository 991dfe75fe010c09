package org.juntos.testkit.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.ConversationId;
import org.juntos.content.LinkCode;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.SessionView;
import org.juntos.testkit.network.Weather;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// What makes no device, and how one is taken off.
final class LinkingRefusalTest {
  private static final Weather DEAF = new Weather(Duration.ZERO, 0, 0, 1, 0, 0, 0);

  @TempDir Path folder;

  private static String refusal(Person person, Intent intent) throws InterruptedException {
    return assertInstanceOf(Outcome.Refused.class, person.submit(intent)).problem().code();
  }

  private static List<DeviceView> devices(Person person) throws InterruptedException {
    return assertInstanceOf(Outcome.Devices.class, person.submit(new Intent.LookAtDevices()))
        .devices();
  }

  @Test
  void a_code_is_good_for_one_device_once_and_for_ten_minutes() throws Exception {
    try (var world = new World(folder, 1)) {
      var alice = world.alice();
      var used = world.device("Laptop").showLinkCode("Laptop");
      alice.done(new Intent.LinkDevice(used));
      assertEquals("link-code-used", refusal(alice, new Intent.LinkDevice(used)));
      var late = world.device("Phone");
      var code = late.showLinkCode("Phone");
      world.clock().advanceTo(world.clock().instant().plus(WireLimits.LINK_EXPIRY));
      assertEquals("link-code-expired", refusal(alice, new Intent.LinkDevice(code)));
      world.settle();
      var shown = assertInstanceOf(SessionView.Linking.class, late.models().session().value());
      assertEquals("link-code-expired", assertNotNullProblem(shown));
      assertEquals("link-code-invalid", refusal(alice, new Intent.LinkDevice("juntos://link/x")));
      assertEquals(1, devices(alice).size(), "nothing has changed");
    }
  }

  private static String assertNotNullProblem(SessionView.Linking shown) {
    var problem = shown.problem();
    assertNotNull(problem);
    return problem.code();
  }

  @Test
  void the_seventh_device_is_refused() throws Exception {
    try (var world = new World(folder, 2)) {
      var alice = world.alice();
      for (int i = 2; i <= WireLimits.MAX_DEVICES; i++) {
        world.link(alice, "Device " + i);
      }
      assertEquals(WireLimits.MAX_DEVICES, devices(alice).size());
      assertEquals("Device 6", devices(alice).getLast().name());
      var code = world.device("Seventh").showLinkCode("Seventh");
      assertEquals("too-many-devices", refusal(alice, new Intent.LinkDevice(code)));
    }
  }

  @Test
  void a_relay_that_swaps_what_is_in_the_mailbox_gets_no_device() throws Exception {
    try (var world = new World(folder, 3)) {
      var mallory = world.person("Mallory");
      var laptop = world.device("Laptop");
      var code = laptop.showLinkCode("Laptop");
      var mailbox = LinkCode.parse(code).mailbox();
      world
          .relay()
          .services()
          .provisioning()
          .put(mallory.account(), mailbox, Bytes.ofHex("00".repeat(300)));
      world.settle();
      var shown = assertInstanceOf(SessionView.Linking.class, laptop.models().session().value());
      assertEquals("link-refused", assertNotNullProblem(shown));
    }
  }

  @Test
  void an_unlinked_device_gets_nothing_more_and_keeps_what_it_has() throws Exception {
    try (var world = new World(folder, 4)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var laptop = world.link(alice, "Laptop");
      bob.write(alice, "for both");
      world.settle();
      var account = laptop.account();
      world.network().cutOff("Bob");
      laptop.write(bob, "late");
      world.settle();
      alice.done(new Intent.UnlinkDevice(2));
      bob.write(alice, "for the first");
      world.network().restore("Bob");
      world.settle();
      assertNull(bob.contact(alice).devices(), "what comes late of it raises no doubt");
      var gone =
          assertInstanceOf(SessionView.Deregistered.class, laptop.models().session().value());
      assertTrue(gone.unlinked());
      assertEquals(List.of("for both", "for the first"), alice.textsOf(bob));
      var conversation = ConversationId.ofTwo(account, bob.account());
      assertEquals(
          List.of("for both", "late"),
          laptop.models().history(conversation, Long.MAX_VALUE, 10).stream()
              .filter(entry -> !entry.body().isEmpty())
              .map(entry -> entry.body())
              .toList());
      assertEquals(1, devices(alice).size());
      assertEquals("device-last", refusal(alice, new Intent.UnlinkDevice(1)));
    }
  }

  @Test
  void a_device_may_take_itself_off_and_another_takes_no_number_of_it() throws Exception {
    try (var world = new World(folder, 5)) {
      var alice = world.alice();
      var bob = world.bob();
      world.introduce(alice, bob);
      var laptop = world.link(alice, "Laptop");
      laptop.write(bob, "from the laptop");
      world.settle();
      laptop.done(new Intent.UnlinkDevice(2));
      world.settle();
      var phone = world.link(alice, "Phone");
      assertEquals(List.of(1, 3), devices(alice).stream().map(DeviceView::device).toList());
      phone.write(bob, "from the phone");
      world.settle();
      assertEquals(List.of("from the laptop", "from the phone"), bob.textsOf(alice));
    }
  }

  @Test
  void a_link_whose_answer_was_lost_is_gone_on_with_after_a_restart() throws Exception {
    try (var world = new World(folder, 6)) {
      var alice = world.alice();
      var laptop = world.device("Laptop");
      var code = laptop.showLinkCode("Laptop");
      alice.done(new Intent.LinkDevice(code));
      while (!laptop.isLetIn()) {
        world.steps(1);
      }
      world.network().weather(DEAF);
      var create = new Intent.CreateProfile("", new Protection.Keyring());
      assertEquals("offline", refusal(laptop, create));
      world.network().weather(Weather.FAIR);
      laptop.restart();
      world.settle();
      assertEquals(List.of("", "Laptop"), devices(alice).stream().map(DeviceView::name).toList());
      assertEquals(alice.account(), laptop.account());
    }
  }
}
