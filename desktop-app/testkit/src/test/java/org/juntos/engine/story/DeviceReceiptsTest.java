package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.model.DeviceProgress;
import org.juntos.engine.model.MemberProgress;
import org.juntos.testkit.world.Person;

/// How far a message has come at each device of whom it went to.
final class DeviceReceiptsTest extends TwoContacts {
  DeviceReceiptsTest() {
    super(83);
  }

  private static List<MemberProgress> people(Person person, MessageId message) {
    return Objects.requireNonNull(person.models().handling().details(message)).members();
  }

  private static List<DeviceProgress> devices(Person person, MessageId message, Person of) {
    return people(person, message).stream()
        .filter(one -> one.account().equals(of.account()))
        .findFirst()
        .orElseThrow()
        .devices();
  }

  private static List<Integer> numbers(List<DeviceProgress> devices) {
    return devices.stream().map(DeviceProgress::device).toList();
  }

  @Test
  void each_device_says_for_itself_when_a_message_came_and_only_one_when_it_was_seen()
      throws Exception {
    var laptop = world.link(bob, "Laptop");
    world.network().cutOff("Laptop");
    var message = alice.write(bob, "hello");
    world.settle();
    assertEquals(List.of(1), numbers(devices(alice, message, bob)));
    world.clock().advance(Duration.ofHours(1));
    world.network().restore("Laptop");
    world.settle();
    var both = devices(alice, message, bob);
    assertEquals(List.of(1, 2), numbers(both));
    var first = Objects.requireNonNull(both.get(0).deliveredAt());
    var second = Objects.requireNonNull(both.get(1).deliveredAt());
    assertEquals(true, Duration.between(first, second).compareTo(Duration.ofHours(1)) >= 0);
    assertNull(both.get(1).seenAt());
    laptop.done(new Intent.MarkSeen(laptop.with(alice), message));
    world.settle();
    var seen = devices(alice, message, bob);
    assertNull(seen.get(0).seenAt());
    assertNotNull(seen.get(1).seenAt());
    assertEquals(people(alice, message).getFirst().seenAt(), seen.get(1).seenAt());
    alice.restart();
    world.settle();
    assertEquals(seen, devices(alice, message, bob));
  }

  @Test
  void the_other_devices_of_who_wrote_know_it_too_whichever_comes_first() throws Exception {
    var laptop = world.link(alice, "Laptop");
    world.network().cutOff("Laptop");
    var message = alice.write(bob, "hello");
    world.settle();
    world.network().restore("Laptop");
    world.settle();
    assertEquals(List.of(1), numbers(devices(laptop, message, bob)));
    assertEquals(devices(alice, message, bob), devices(laptop, message, bob));
  }

  @Test
  void in_a_group_it_is_known_of_each_member_and_goes_with_the_message(@TempDir Path other)
      throws Exception {
    try (var circle = new Circle(other, 9)) {
      circle.made(circle.ben());
      var group = circle.said(circle.ana(), "to Ben");
      assertEquals(
          List.of(circle.ben().account()),
          people(circle.ana(), group).stream().map(MemberProgress::account).toList());
      assertEquals(List.of(1), numbers(devices(circle.ana(), group, circle.ben())));
      circle.ana().done(new MessageIntent.Delete(group, false));
      circle.world().settle();
      assertNull(circle.ana().models().handling().details(group));
    }
  }
}
