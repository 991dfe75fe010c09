package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.juntos.content.ProfileKey;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.engine.device.OwnAccess;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Intent.ChosenPicture;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.media.Square;
import org.juntos.testkit.network.Weather;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.wire.Bytes;

/// What stories about profiles share.
final class ProfileStories {
  private ProfileStories() {}

  /// What somebody shows of themselves, as somebody else sees it.
  record Seen(String name, String about, Bytes picture) {}

  static Seen seen(Person by, Person of) {
    var contact = by.contact(of);
    return new Seen(contact.name(), contact.profile().about(), by.models().picture(of.account()));
  }

  /// What a device has of its own account.
  static Seen own(Person device) throws InterruptedException {
    if (device.submit(new Intent.LookAtProfile()) instanceof Outcome.Profile(var view)) {
      return new Seen(view.name(), view.about(), device.models().picture(device.account()));
    }
    throw new IllegalStateException("no profile");
  }

  static void change(Person person, String about) throws InterruptedException {
    person.done(new Intent.ChangeProfile(null, about, new ChosenPicture.Same()));
  }

  static void change(Person person, String name, String about, Path picture)
      throws InterruptedException {
    person.done(
        new Intent.ChangeProfile(name, about, new ChosenPicture.Cut(picture, Square.CENTRE)));
  }

  static Path picture(Path folder, String bytes) throws IOException {
    return Files.writeString(folder.resolve("picture-of-" + bytes), bytes);
  }

  static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The key with which contacts are let in now.
  static ProfileKey key(Person person) throws Exception {
    return person.between(profile -> profile.store().read(txn -> OwnAccess.newest(txn).key()));
  }

  /// Whether the relay gives the profile of `of` to whoever holds `key`.
  static boolean opens(World world, Person of, ProfileKey key) throws IOException {
    return world
        .relay()
        .services()
        .access()
        .keys()
        .opens(of.account(), DeviceCrypto.accessKey(key));
  }

  static void assertTalk(World world, Person one, Person other) throws InterruptedException {
    var there = one.write(other, "hello");
    var back = other.write(one, "hello yourself");
    world.settle();
    assertEquals("hello", other.textsOf(one).getLast());
    assertEquals("hello yourself", one.textsOf(other).getLast());
    assertEquals(Stage.DELIVERED, one.stage(there));
    assertEquals(Stage.DELIVERED, other.stage(back));
  }

  /// Lets some time go by, in which one of them, or the relay, may have to begin anew.
  static void disturb(World world, Person one, Person other) throws Exception {
    world.steps(world.random().nextInt(60));
    switch (world.random().nextInt(6)) {
      case 0 -> one.restart();
      case 1 -> other.restart();
      case 2 -> world.restartRelay();
      default -> {}
    }
  }

  /// The storm is over, and everything arrives.
  static void calm(World world) throws Exception {
    world.network().weather(Weather.FAIR);
    world.network().cutAll();
    world.settle();
  }
}
