package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.juntos.engine.story.ProfileStories.assertTalk;
import static org.juntos.engine.story.ProfileStories.bytes;
import static org.juntos.engine.story.ProfileStories.calm;
import static org.juntos.engine.story.ProfileStories.change;
import static org.juntos.engine.story.ProfileStories.disturb;
import static org.juntos.engine.story.ProfileStories.own;
import static org.juntos.engine.story.ProfileStories.picture;
import static org.juntos.engine.story.ProfileStories.seen;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.engine.connection.ProfileApi.StoredProfile;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.story.ProfileStories.Seen;
import org.juntos.media.Square;
import org.juntos.relay.limit.Verdict;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// What people show their contacts of themselves.
class ProfilesTest extends TwoContacts {
  private static final Seen NOTHING = new Seen("Bob", "", Bytes.EMPTY);

  ProfilesTest() {
    super(15);
  }

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("juntos.seeds", 2));
  }

  @Test
  void name_about_and_picture_are_seen_after_the_next_message() throws Exception {
    change(bob, "Robert", "at sea", picture(folder, "ship"));
    world.settle();
    assertEquals(NOTHING, seen(alice, bob));
    bob.write(alice, "look at me");
    world.settle();
    assertEquals(new Seen("Robert", "at sea", bytes("ship")), seen(alice, bob));
    alice.restart();
    world.settle();
    assertEquals(new Seen("Robert", "at sea", bytes("ship")), seen(alice, bob));
  }

  @Test
  void who_becomes_a_contact_sees_what_was_there_before() throws Exception {
    change(bob, "Robert", "at sea", picture(folder, "ship"));
    world.settle();
    var carol = world.person("Carol", relay::over);
    world.introduce(carol, bob);
    assertEquals(new Seen("Robert", "at sea", bytes("ship")), seen(carol, bob));
    var dora = world.person("Dora", relay::over);
    world.introduce(bob, dora);
    assertEquals(new Seen("Robert", "at sea", bytes("ship")), seen(dora, bob));
  }

  @Test
  void what_is_taken_away_is_gone_and_what_stays_stays() throws Exception {
    change(bob, "Robert", "at sea", picture(folder, "ship"));
    world.settle();
    bob.write(alice, "one");
    world.settle();
    bob.done(new Intent.ChangeProfile(null, "", new Intent.ChosenPicture.Same()));
    world.settle();
    bob.write(alice, "two");
    world.settle();
    assertEquals(new Seen("Robert", "", bytes("ship")), seen(alice, bob));
    bob.done(new Intent.ChangeProfile(null, null, new Intent.ChosenPicture.None()));
    world.settle();
    bob.write(alice, "three");
    world.settle();
    assertEquals(new Seen("Robert", "", Bytes.EMPTY), seen(alice, bob));
  }

  @Test
  void what_cannot_be_shown_is_refused_and_nothing_changes() throws Exception {
    var before = own(bob);
    var empty = picture(folder, "");
    assertRefused("about-invalid", "x".repeat(141), new Intent.ChosenPicture.Same());
    assertRefused("about-invalid", "a\u0007b", new Intent.ChosenPicture.Same());
    var square = Square.CENTRE;
    assertRefused("picture-invalid", "fine", new Intent.ChosenPicture.Cut(empty, square));
    assertRefused(
        "file-unreadable",
        "fine",
        new Intent.ChosenPicture.Cut(folder.resolve("not there"), square));
    assertEquals(before, own(bob));
  }

  private void assertRefused(String code, String about, Intent.ChosenPicture picture)
      throws Exception {
    var outcome = bob.submit(new Intent.ChangeProfile(null, about, picture));
    assertEquals(code, outcome instanceof Outcome.Refused(var problem) ? problem.code() : "done");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_newest_is_seen_at_last_whatever_is_lost_repeated_and_restarted(int seed)
      throws Exception {
    end();
    begin(100 + seed);
    world.network().weather(Weather.STORM);
    for (int i = 0; i < 6; i++) {
      change(bob, "number " + i);
      bob.write(alice, "message " + i);
      disturb(world, alice, bob);
    }
    calm(world);
    alice.write(bob, "the weather is better"); // what was told before is told again with a receipt
    world.settle();
    assertEquals(new Seen("Bob", "number 5", Bytes.EMPTY), seen(alice, bob), "seed " + seed);
  }

  @Test
  void what_is_changed_while_cut_off_is_seen_when_back() throws Exception {
    world.network().cutOff("Bob");
    for (int i = 0; i < 3; i++) {
      change(bob, "number " + i);
      bob.write(alice, "message " + i);
      world.soon();
    }
    assertEquals("number 2", own(bob).about());
    assertEquals("", seen(alice, bob).about());
    bob.restart();
    world.restartRelay();
    world.network().cutOff("Alice");
    world.network().restore("Bob");
    world.settle();
    alice.restart();
    world.network().restore("Alice");
    world.settle();
    bob.write(
        alice, "back again"); // those of before may have left before the relay had the profile
    world.settle();
    assertEquals(new Seen("Bob", "number 2", Bytes.EMPTY), seen(alice, bob));
    assertEquals(4, alice.textsOf(bob).size());
  }

  @Test
  void a_relay_that_shows_an_old_profile_or_another_ones_is_not_believed() throws Exception {
    var carol = world.person("Carol", relay::over);
    world.introduce(alice, carol);
    change(bob, "first");
    change(carol, "Carol's own");
    world.settle();
    bob.write(alice, "one");
    carol.write(alice, "one");
    world.settle();
    assertEquals("first", seen(alice, bob).about());
    var old = stored(bob);

    change(bob, "second");
    world.settle();
    for (Lies lies : new Lies[] {showing(old), showing(stored(carol)), renumbered(old), cut()}) {
      relay.lie(lies);
      bob.write(alice, "again");
      world.settle();
      world.clock().advance(Duration.ofHours(3));
      world.settle();
      assertEquals("first", seen(alice, bob).about());
    }
    relay.beHonest();
    world.clock().advance(Duration.ofDays(2));
    world.settle();
    alice.restart(); // the wait is over in any case
    world.settle();
    assertEquals("second", seen(alice, bob).about());
  }

  private StoredProfile stored(Person of) throws Exception {
    var profiles = world.relay().services().ofAccounts().profiles();
    if (profiles.find(of.account(), of.account())
        instanceof Verdict.Granted<org.juntos.relay.profile.StoredProfile>(var profile)) {
      return new StoredProfile(profile.version(), profile.ciphertext());
    }
    throw new IllegalStateException("no profile");
  }

  private static Lies showing(StoredProfile other) {
    return new Lies() {
      @Override
      public StoredProfile profile(AccountId account, StoredProfile honest) {
        return other;
      }
    };
  }

  /// An old profile under the number of the newest.
  private static Lies renumbered(StoredProfile old) {
    return new Lies() {
      @Override
      public StoredProfile profile(AccountId account, StoredProfile honest) {
        return new StoredProfile(honest.version(), old.sealed());
      }
    };
  }

  private static Lies cut() {
    return new Lies() {
      @Override
      public StoredProfile profile(AccountId account, StoredProfile honest) {
        return new StoredProfile(honest.version(), Bytes.EMPTY);
      }
    };
  }

  @Test
  void the_devices_of_an_account_share_its_profile() throws Exception {
    change(bob, "Robert", "before there were two", picture(folder, "ship"));
    world.settle();
    var laptop = world.link(bob, "Laptop");
    world.settle();
    assertEquals(own(bob), own(laptop));
    assertEquals(bytes("ship"), own(laptop).picture());
    change(laptop, "from the laptop");
    world.settle();
    assertEquals("from the laptop", own(bob).about());
    bob.write(alice, "hello");
    world.settle();
    assertEquals(new Seen("Robert", "from the laptop", bytes("ship")), seen(alice, bob));
  }

  @Test
  void of_two_devices_that_change_it_at_the_same_time_the_later_one_counts() throws Exception {
    var laptop = world.link(bob, "Laptop");
    bob.done(new Intent.GoOffline());
    laptop.done(new Intent.GoOffline());
    world.settle();
    change(laptop, "earlier");
    world.clock().advance(Duration.ofMinutes(1));
    change(bob, "later");
    bob.done(new Intent.Reconnect());
    world.settle();
    laptop.done(new Intent.Reconnect());
    world.settle();
    assertEquals("later", own(bob).about());
    assertEquals("later", own(laptop).about());
    laptop.write(alice, "hello");
    world.settle();
    assertEquals("later", seen(alice, bob).about());
    assertTalk(world, alice, bob);
  }
}
