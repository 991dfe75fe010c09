package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.DeviceBundle;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// The lies once more, with everything real: a relay on Jetty, OkHttp, engines on their own
/// threads.
final class LyingOverSocketsTest {
  private static final int MESSAGES = 15;

  private final LyingRelay relay = new LyingRelay();
  private final Random random = new Random(7);

  @TempDir Path folder;

  @Test
  void repeats_rubbish_and_misdirected_envelopes_are_not_seen() throws Exception {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice", relay.over(Person.network()));
      var bob = town.person("Bob", relay.over(Person.network()));
      var carol = town.person("Carol", relay.over(Person.network()));
      Town.introduce(alice, bob);
      Town.introduce(alice, carol);
      relay.lie(new Mess(random));
      var texts = new ArrayList<String>();
      for (int i = 0; i < MESSAGES; i++) {
        texts.add("message " + i);
        var message = alice.write(bob, "message " + i);
        alice.until("delivered", p -> p.stage(message) == EntryView.Stage.DELIVERED);
        relay.sent().stream()
            .map(sent -> again(sent.envelope().ciphertext()))
            .skip(relay.sent().size() - 2L)
            .forEach(envelope -> relay.deliver(device(carol), envelope));
      }
      var end = alice.write(carol, "the end");
      alice.until("delivered", p -> p.stage(end) == EntryView.Stage.DELIVERED);

      assertEquals(texts, bob.texts(alice));
      assertEquals(List.of("the end"), carol.texts(alice));
    }
  }

  @Test
  void nothing_is_sent_while_the_relay_adds_a_device() throws Exception {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice", relay.over(Person.network()));
      var bob = town.person("Bob", relay.over(Person.network()));
      relay.lie(new Ghost());
      assertEquals("device-unlisted", alice.refusalOf(new Intent.AddContact(bob.ready().link())));
      assertEquals(List.of(), relay.sent());

      relay.lie(new Lies() {});
      Town.introduce(alice, bob);
      var message = alice.write(bob, "for your eyes only");
      alice.until("delivered", p -> p.stage(message) == EntryView.Stage.DELIVERED);
      assertTrue(
          relay.sent().stream().allMatch(sent -> sent.envelope().destination().device() == 1));
    }
  }

  private static DeviceAddress device(Person person) {
    return new DeviceAddress(person.account(), DeviceAddress.PRIMARY_DEVICE);
  }

  private Delivered again(Bytes ciphertext) {
    var id = new UUID(random.nextLong(), random.nextLong());
    return new Delivered(id, 1, Instant.parse("2026-01-01T00:00:00Z"), ciphertext);
  }

  /// Every delivery comes among copies under other ids and rubbish.
  private final class Mess implements Lies {
    private final Random chance;

    private Mess(Random chance) {
      this.chance = chance;
    }

    @Override
    public synchronized List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
      var told = new ArrayList<Delivered>();
      for (var envelope : honest) {
        var rubbish = new byte[chance.nextInt(2_000)];
        chance.nextBytes(rubbish);
        told.add(again(Bytes.of(rubbish)));
        told.add(envelope);
        told.add(envelope);
        told.add(again(envelope.ciphertext()));
      }
      Collections.shuffle(told, chance);
      return told;
    }
  }

  private static final class Ghost implements Lies {
    @Override
    public Bundles bundles(AccountId account, Bundles honest) {
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
    }
  }
}
