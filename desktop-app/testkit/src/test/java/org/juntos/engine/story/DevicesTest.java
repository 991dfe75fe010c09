package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.ListedDevice;
import org.juntos.crypto.session.SignedList;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.DeviceTrouble;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// What a relay can do to the list of somebody's devices, and what a device can that is not on it.
final class DevicesTest {
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

  @SuppressWarnings("NullAway.Init")
  private Impostor second;

  /// Bob has accepted Alice. `second` holds his identity key, and is not on his list.
  @BeforeEach
  void two_contacts_and_a_device() throws Exception {
    world = new World(folder, 4711);
    alice = world.person("Alice", relay::over);
    bob = world.person("Bob", relay::over);
    second = new Impostor(world, folder.resolve("second"), bob, 2);
    world.introduce(alice, bob);
  }

  @AfterEach
  void end() {
    second.close();
    world.close();
  }

  @Test
  void a_list_with_a_device_that_was_not_signed_stops_all_and_says_so() throws Exception {
    relay.lie(KeyLies.bundles(this::withGhost));
    assertRefused("device-list-invalid", new Intent.CheckDevices(bob.account()));
    assertTrouble(DeviceTrouble.Kind.UNSIGNED);
    assertNothingLeaves("device-list-invalid");
    relay.beHonest();
    assertResolved();
  }

  @Test
  void what_waits_is_marked_as_not_sent_and_can_be_sent_later() throws Exception {
    var carol = world.person("Carol", relay::over);
    carol.add(bob);
    world.settle();
    bob.done(new Intent.GoOffline());
    bob.accept(carol);
    var message = bob.write(carol, "welcome");
    relay.lie(KeyLies.bundles(this::withGhost));
    bob.done(new Intent.Reconnect());
    world.settle();

    var entry = present(bob.models().entry(message));
    assertEquals(EntryView.Stage.FAILED, entry.progress().stage());
    assertEquals("device-list-invalid", present(entry.progress().failure()).code());
    assertEquals(List.of(), carol.textsOf(bob));

    relay.beHonest();
    bob.done(new Intent.CheckDevices(carol.account()));
    bob.done(new Intent.RetryMessage(message));
    world.settle();
    assertEquals(List.of("welcome"), carol.textsOf(bob));
    assertEquals(EntryView.Stage.DELIVERED, bob.stage(message));
  }

  @Test
  void a_device_that_was_removed_does_not_come_back_with_an_older_list() throws Exception {
    var bobs = new ListedDevice(1, registrationId());
    var removed = second.list(2, bobs);
    relay.lie(KeyLies.bundles(honest -> with(honest, removed)));
    alice.done(new Intent.CheckDevices(bob.account()));
    relay.beHonest(); // the list of revision 1
    assertRefused("device-list-old", new Intent.CheckDevices(bob.account()));
    alice.restart();
    world.settle();
    assertTrouble(DeviceTrouble.Kind.OLDER);
    assertNothingLeaves("device-list-old");
    relay.lie(KeyLies.bundles(honest -> with(honest, removed)));
    assertResolved();
  }

  @Test
  void another_list_of_the_same_revision_is_refused() throws Exception {
    var other = second.list(1, new ListedDevice(1, registrationId()), second.listed());
    relay.lie(KeyLies.bundles(honest -> with(honest, other)));
    assertRefused("device-list-changed", new Intent.CheckDevices(bob.account()));
    assertTrouble(DeviceTrouble.Kind.CONTRADICTORY);
    assertNothingLeaves("device-list-changed");
    relay.beHonest();
    assertResolved();
  }

  @Test
  void keys_of_a_device_that_is_not_on_the_list_stop_all() throws Exception {
    relay.lie(
        KeyLies.bundles(honest -> {
          var devices = new ArrayList<>(honest.devices());
          devices.add(second.bundle());
          return new Bundles(honest.identityKey(), honest.deviceList(), devices);
        }));
    assertRefused("device-unlisted", new Intent.CheckDevices(bob.account()));
    assertTrouble(DeviceTrouble.Kind.UNLISTED_DEVICE);
    assertNothingLeaves("device-unlisted");
    relay.beHonest();
    assertResolved();
  }

  @Test
  void what_an_unlisted_device_writes_is_kept_unopened_until_the_person_goes_on_without_it()
      throws Exception {
    relay.deliver(to(alice), second.forge(alice, "one"));
    world.settle();
    assertEquals(List.of(), alice.textsOf(bob));
    assertTrouble(DeviceTrouble.Kind.UNLISTED_SENDER);
    assertNothingLeaves("device-unlisted-sender");

    alice.done(new Intent.SetDevicesAside(bob.account()));
    relay.deliver(to(alice), second.forge(alice, "two"));
    world.settle();
    assertNull(alice.contact(bob).devices());
    assertEquals(List.of("are you there?"), alice.textsOf(bob), "Bob's own words, and no others");
    alice.write(bob, "to the devices that are signed");
    world.settle();
    assertEquals(1, bob.textsOf(alice).size());
  }

  @Test
  void a_device_that_was_added_is_heard_and_written_to() throws Exception {
    var grown = second.list(2, new ListedDevice(1, registrationId()), second.listed());
    relay.lie(grown(grown));
    relay.deliver(to(alice), second.forge(alice, "from my new tablet"));
    world.settle();
    assertEquals(List.of("from my new tablet"), alice.textsOf(bob));
    assertNull(alice.contact(bob).devices());

    int before = relay.sent().size();
    alice.write(bob, "to both");
    world.settle();
    var devices =
        relay.sent().subList(before, relay.sent().size()).stream()
            .filter(sent -> sent.isNotFor(alice.account()))
            .map(sent -> sent.envelope().destination().device())
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of(1, 2), devices);
    assertEquals(List.of("to both"), bob.textsOf(alice));
  }

  @Test
  void a_device_that_somebody_adds_to_the_own_account_is_not_heard_and_shown() throws Exception {
    relay.deliver(to(bob), second.forge(bob, "a note to myself"));
    world.settle();
    var own = bob.models().conversations().value().stream();
    var trouble =
        own.map(view -> view.contact())
            .filter(contact -> contact.account().equals(bob.account()))
            .map(contact -> present(contact.devices()))
            .toList();
    assertEquals(1, trouble.size());
    assertEquals(DeviceTrouble.Kind.UNLISTED_SENDER, trouble.getFirst().kind());
    assertEquals(1, bob.models().contacts().value().size());
  }

  private static <T> T present(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  private void assertTrouble(DeviceTrouble.Kind kind) {
    assertEquals(kind, present(alice.contact(bob).devices()).kind());
  }

  private void assertRefused(String code, Intent intent) throws InterruptedException {
    var refused = assertInstanceOf(Outcome.Refused.class, alice.submit(intent));
    assertEquals(code, refused.problem().code());
    world.settle();
  }

  private void assertNothingLeaves(String code) throws InterruptedException {
    int before = relay.sent().size();
    assertRefused(code, new Intent.SendMessage(alice.with(bob), "a secret", List.of()));
    bob.write(alice, "are you there?");
    world.settle();
    var left = relay.sent().subList(before, relay.sent().size()).stream();
    assertTrue(left.noneMatch(sent -> sent.isNotFor(alice.account())), "a receipt, for instance");
  }

  /// The relay shows the truth: what was held back leaves, and they can talk.
  private void assertResolved() throws InterruptedException {
    alice.done(new Intent.CheckDevices(bob.account()));
    world.settle();
    assertNull(alice.contact(bob).devices());
    var message = alice.write(bob, "all is well");
    world.settle();
    assertEquals(EntryView.Stage.DELIVERED, alice.stage(message));
    assertTrue(
        bob.messages(alice).stream()
            .filter(EntryView::outgoing)
            .allMatch(entry -> entry.progress().stage() == EntryView.Stage.DELIVERED));
  }

  private int registrationId() throws Exception {
    return world.relay().bundles(bob.account()).devices().getFirst().registrationId();
  }

  private static DeviceAddress to(Person person) {
    return new DeviceAddress(person.account(), DeviceAddress.PRIMARY_DEVICE);
  }

  /// A list that nobody has signed, with a device more.
  private Bundles withGhost(Bundles honest) {
    var list = second.list(3, new ListedDevice(1, 5), second.listed()).list();
    var unsigned = new SignedList(list, honest.deviceList().signature());
    return with(honest, unsigned);
  }

  private static Bundles with(Bundles honest, SignedList list) {
    return new Bundles(honest.identityKey(), list, honest.devices());
  }

  /// The relay has the second device, too. What is for it goes no further than here.
  private Lies grown(SignedList list) {
    return new Lies() {
      @Override
      public Bundles bundles(AccountId account, Bundles honest) {
        if (!account.equals(bob.account())) {
          return honest;
        }
        var devices = new ArrayList<>(honest.devices());
        devices.add(second.bundle());
        return new Bundles(honest.identityKey(), list, devices);
      }

      @Override
      public List<SendRequest> sends(DeviceAddress from, List<SendRequest> honest) {
        return honest.stream()
            .map(request ->
                new SendRequest(
                    request.requestId(),
                    request.envelopes().stream()
                        .filter(envelope -> envelope.destination().device() == 1)
                        .toList(),
                    request.accessKey()))
            .toList();
      }
    };
  }
}
