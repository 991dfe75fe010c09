package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.intent.GroupWish;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.testkit.world.Person;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Whoever comes back into a group writes there under a key that was given to nobody who is not in
/// it any more.
final class ComingBackTest {
  @SuppressWarnings("NullAway.Init")
  private Circle circle;

  @BeforeEach
  void carla_has_written_to_a_group(@TempDir Path folder) throws Exception {
    circle = new Circle(folder, 35);
    circle.made(circle.ben(), circle.carla());
    circle.said(circle.carla(), "before");
    assertTrue(circle.heard(circle.ben()).contains("before"));
  }

  @AfterEach
  void end() {
    circle.close();
  }

  private void remove(Person member) throws InterruptedException {
    circle.does(circle.ana(), new GroupWish.Remove(member.account(), false));
  }

  private void add(Person member) throws InterruptedException {
    circle.does(circle.ana(), new GroupWish.Add(List.of(member.account())));
  }

  @Test
  void who_was_removed_while_she_was_out_reads_nothing_of_her() throws Exception {
    remove(circle.carla());
    remove(circle.ben());
    add(circle.carla());
    assertBenCannotRead("since I was removed");
  }

  @Test
  void who_was_removed_while_she_had_left_reads_nothing_of_her() throws Exception {
    circle.does(circle.carla(), new GroupWish.Leave());
    remove(circle.ben());
    var made = circle.tries(circle.ana(), new GroupWish.MakeLink(null, 0, false));
    var link = assertInstanceOf(Outcome.GroupLinked.class, made).link();
    circle.carla().done(new Intent.JoinGroup(link));
    circle.world().settle();
    assertBenCannotRead("since I left");
  }

  @Test
  void who_stayed_reads_her() throws Exception {
    remove(circle.carla());
    circle.said(circle.ben(), "she is out");
    add(circle.carla());
    circle.said(circle.carla(), "back");
    for (var member : List.of(circle.ana(), circle.ben())) {
      assertTrue(circle.heard(member).contains("back"), member.name());
    }
    assertFalse(circle.heard(circle.carla()).contains("she is out"));
  }

  /// With all that his program was ever given, by whatever way the ciphertext gets to him.
  private void assertBenCannotRead(String text) throws Exception {
    circle.said(circle.carla(), text);
    assertTrue(circle.heard(circle.ana()).contains(text));
    var ciphertext = kept(circle.ana());
    Opened opened =
        circle
            .ben()
            .between(profile ->
                profile
                    .store()
                    .write(txn ->
                        new CryptoSource(circle.world().clock(), circle.world().random())
                            .in(txn)
                            .groups()
                            .openPassedOn(carlasDevice(), ciphertext)));
    assertFalse(opened instanceof Opened.Post, text);
  }

  private DeviceAddress carlasDevice() {
    return new DeviceAddress(circle.carla().account(), DeviceAddress.PRIMARY_DEVICE);
  }

  /// The last that Carla wrote, as a member keeps it for others.
  private Bytes kept(Person member) throws Exception {
    return member.between(profile ->
        profile
            .store()
            .read(txn ->
                txn.groupTraffic()
                    .originals(circle.group(), carlasDevice(), 1, Long.MAX_VALUE)
                    .getLast()));
  }
}
