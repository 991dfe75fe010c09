package org.juntos.engine.story;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageId;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Kind;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.wire.DeviceAddress;

/// A story in which everything is real: a relay in a process of its own, a proxy that lies, and the
/// engines of Alice and Bob on threads of their own.
@ExtendWith(OperatedRelay.Shared.class)
abstract class LyingStory {
  private final Random random = new Random(7);

  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private LyingTown town;

  @SuppressWarnings("NullAway.Init")
  private Person alice;

  @SuppressWarnings("NullAway.Init")
  private Person bob;

  @BeforeEach
  final void two_strangers(@TempDir Path own, OperatedRelay operated) throws Exception {
    folder = own;
    town = new LyingTown(operated, folder);
    alice = town.person("Alice");
    bob = town.person("Bob");
  }

  @AfterEach
  final void everybody_leaves() throws Exception {
    town.close();
  }

  final Path folder() {
    return folder;
  }

  final Random random() {
    return random;
  }

  final LyingTown town() {
    return town;
  }

  final LyingRelay relay() {
    return town.relay();
  }

  final Person alice() {
    return alice;
  }

  final Person bob() {
    return bob;
  }

  /// Waits until a message of Alice's has reached whom it is for.
  final void delivered(MessageId message) throws InterruptedException {
    alice.until("delivered", p -> p.reached(message));
  }

  static DeviceAddress device(Person person) {
    return new DeviceAddress(person.account(), DeviceAddress.PRIMARY_DEVICE);
  }

  /// What one of two handed in last, as it would be delivered.
  final Delivered lastSent(Person from) {
    var sent = relay().sent().stream().filter(one -> one.isNotFor(from.account())).toList();
    var envelope = sent.getLast().envelope();
    return new Delivered(envelope.id(), 1, Instant.now(), envelope.ciphertext());
  }

  /// What a person sees in a conversation besides messages.
  static List<Kind> notices(Person reader, Person other) {
    return reader.timeline(other).stream()
        .map(EntryView::kind)
        .filter(kind -> kind != Kind.MESSAGE && kind != Kind.CONTACT_ACCEPTED)
        .toList();
  }
}
