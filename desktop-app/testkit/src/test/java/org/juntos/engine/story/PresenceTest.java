package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.Sighting;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.PresenceView;
import org.juntos.engine.model.PresenceView.State;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;
import org.juntos.wire.DeviceAddress;

/// Who is seen to be here, and to type.
class PresenceTest extends TwoContacts {
  PresenceTest() {
    super(31);
  }

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("juntos.seeds", 4));
  }

  private static State state(Person by, Person of) {
    return view(by, of).state();
  }

  private static PresenceView view(Person by, Person of) {
    return by.models().presence().value().getOrDefault(of.account(), PresenceView.NONE);
  }

  private void look(Person by, Person at) throws InterruptedException {
    by.done(new Intent.WatchPresence(Set.of(at.account())));
    world.soon();
  }

  @Test
  void a_contact_who_is_looked_at_is_seen_to_come_and_go() throws Exception {
    look(alice, bob);
    assertInstanceOf(State.Online.class, state(alice, bob));
    bob.done(new Intent.GoOffline());
    world.soon();
    var away = assertInstanceOf(State.Away.class, state(alice, bob));
    assertEquals(Duration.ofMinutes(5), away.span());
    bob.done(new Intent.Reconnect());
    world.soon();
    assertInstanceOf(State.Online.class, state(alice, bob));
    alice.done(new Intent.WatchPresence(Set.of()));
    world.soon();
    assertEquals(Map.of(), alice.models().presence().value());
  }

  @Test
  void who_shares_nothing_is_not_seen_and_sees_nothing() throws Exception {
    look(alice, bob);
    look(bob, alice);
    bob.done(new Intent.SharePresence(false));
    world.soon();
    assertInstanceOf(State.Hidden.class, state(alice, bob));
    assertEquals(Map.of(), bob.models().presence().value());
    bob.done(new Intent.Typing(bob.with(alice), true));
    alice.done(new Intent.Typing(alice.with(bob), true));
    world.soon();
    assertFalse(view(alice, bob).typing());
    assertFalse(view(bob, alice).typing());
    bob.restart();
    look(bob, alice);
    assertEquals(Map.of(), bob.models().presence().value());

    bob.done(new Intent.SharePresence(true));
    world.soon();
    world.clock().advance(Duration.ofMinutes(6)); // those who were told nothing ask again
    world.soon();
    assertInstanceOf(State.Online.class, state(alice, bob));
    assertInstanceOf(State.Online.class, state(bob, alice));
  }

  @Test
  void the_devices_of_an_account_share_or_do_not_together() throws Exception {
    var laptop = world.link(bob, "Laptop");
    look(alice, bob);
    laptop.done(new Intent.SharePresence(false));
    world.soon();
    look(bob, alice);
    assertEquals(Map.of(), bob.models().presence().value());
    assertInstanceOf(State.Hidden.class, state(alice, bob));
  }

  @Test
  void strangers_and_blocked_contacts_see_nothing() throws Exception {
    var carol = world.person("Carol", relay::over);
    carol.add(bob);
    world.settle();
    look(carol, bob);
    assertEquals(Map.of(), carol.models().presence().value());
    look(alice, bob);
    bob.done(new Intent.BlockContact(alice.account()));
    world.soon();
    world.clock().advance(Duration.ofMinutes(6));
    world.soon();
    assertFalse(state(alice, bob) instanceof State.Online, state(alice, bob).toString());
  }

  @Test
  void who_is_cut_off_is_seen_to_go_and_to_come_back() throws Exception {
    look(alice, bob);
    look(bob, alice);
    bob.done(new Intent.Typing(bob.with(alice), true));
    world.soon();
    world.network().cutOff("Bob"); // nobody tells the relay
    world.soon();
    world.clock().advance(Duration.ofSeconds(13));
    world.soon();
    assertFalse(view(alice, bob).typing(), "the end of it never came");
    world.restartRelay();
    alice.restart();
    look(alice, bob);
    assertFalse(state(alice, bob) instanceof State.Online, state(alice, bob).toString());
    world.network().restore("Bob");
    world.settle();
    look(alice, bob);
    assertInstanceOf(State.Online.class, state(alice, bob));
    assertInstanceOf(State.Online.class, state(bob, alice));
    ProfileStories.assertTalk(world, alice, bob);
  }

  @Test
  void typing_is_seen_and_ends() throws Exception {
    look(alice, bob);
    look(bob, alice);
    bob.done(new Intent.Typing(bob.with(alice), true));
    world.soon();
    assertTrue(view(alice, bob).typing());
    bob.done(new Intent.Typing(bob.with(alice), false));
    world.soon();
    assertFalse(view(alice, bob).typing());
    bob.done(new Intent.Typing(bob.with(alice), true));
    world.soon();
    world.clock().advance(Duration.ofSeconds(13));
    world.soon();
    assertFalse(view(alice, bob).typing());
    assertEquals(List.of(), alice.textsOf(bob), "nothing is stored");
    ProfileStories.assertTalk(world, alice, bob);
  }

  @Test
  void a_relay_that_tells_of_people_who_were_not_asked_after_is_not_heard() throws Exception {
    var stranger = LyingRelay.NOBODY.account();
    relay.lie(
        new Lies() {
          @Override
          public List<Sighting> sightings(List<Sighting> honest) {
            var more = new ArrayList<>(honest);
            more.add(new Sighting(stranger, new Sighting.State.Online()));
            return more;
          }
        });
    look(alice, bob);
    assertEquals(Set.of(bob.account()), alice.models().presence().value().keySet());
  }

  /// A session opens a message once: a relay could have it lost so.
  @Test
  void a_message_that_is_delivered_as_an_ephemeral_still_comes() throws Exception {
    look(alice, bob);
    relay.lie(
        new Lies() {
          @Override
          public List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
            if (to.account().equals(alice.account())) {
              honest.forEach(one -> relay.ephemeral(to, one.ciphertext()));
            }
            return honest;
          }
        });
    bob.write(alice, "still here");
    world.settle();
    assertEquals(List.of("still here"), alice.textsOf(bob));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void after_bad_weather_what_is_seen_is_true_again_and_no_message_is_lost(int seed)
      throws Exception {
    end();
    begin(300 + seed);
    look(alice, bob);
    look(bob, alice);
    world.network().weather(Weather.STORM);
    for (int i = 0; i < 8; i++) {
      bob.done(new Intent.Typing(bob.with(alice), i % 2 == 0));
      bob.write(alice, "message " + i);
      world.steps(world.random().nextInt(60));
      switch (world.random().nextInt(6)) {
        case 0 -> bob.restart();
        case 1 -> world.restartRelay();
        case 2 -> bob.done(new Intent.GoOffline());
        default -> bob.done(new Intent.Reconnect());
      }
    }
    bob.done(new Intent.Reconnect());
    world.network().weather(Weather.FAIR);
    world.network().cutAll();
    world.settle();
    assertEquals(8, alice.textsOf(bob).size(), "seed " + seed);
    assertInstanceOf(State.Online.class, state(alice, bob), "seed " + seed);
    assertFalse(view(alice, bob).typing());
  }
}
