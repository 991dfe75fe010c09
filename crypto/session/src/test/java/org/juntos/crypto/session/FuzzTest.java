package org.juntos.crypto.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.content.Content;
import org.juntos.content.ContentCodec;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.message.CiphertextMessage;

/// Hostile bytes: none of them may throw, be taken for a message, or leave a trace.
final class FuzzTest {
  private static final int ROUNDS = 1000;

  private final TestClock clock = new TestClock();
  private final TestRelay relay = new TestRelay();
  private final Party alice = Party.register(relay, clock);
  private final Party bob = Party.register(relay, clock);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void random_and_mutated_envelopes_are_refused(long seed) {
    var random = new Random(seed);
    var samples = samples();
    var before = bob.records.snapshot();
    for (int i = 0; i < ROUNDS; i++) {
      var sample = samples.get(random.nextInt(samples.size()));
      refuse(Bytes.of(mutated(sample, random)), seed, i);
    }
    assertEquals(before, bob.records.snapshot());
    assertEquals("still here", bob.read(alice.send(bob, "still here")));
  }

  /// The outer layer is right, so that the bytes reach the parsers and the session below it. Only
  /// the author can change them, and not everything in a first message is authenticated, so the
  /// true text may come out, once.
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void random_and_mutated_messages_under_a_true_certificate_say_nothing_else(long seed) {
    var random = new Random(seed);
    alice.establish(bob);
    var first = forgery("first");
    bob.read(alice.send(bob, "one"));
    alice.read(bob.send(alice, "two"));
    var later = forgery("later");
    var read = new ArrayList<String>();
    for (int i = 0; i < ROUNDS; i++) {
      var message = i % 2 == 0 ? first : later;
      int type = i % 2 == 0 ? Forger.FIRST : Forger.LATER;
      var bytes = mutated(message.serialize(), random);
      var envelope = new Forger(alice).wrapRaw(bob, type, bytes, alice.certificate());
      if (bob.open(envelope) instanceof Opened.Message(var _, var _, Content.Message content)) {
        read.add(content.body());
      }
    }
    assertTrue(List.of(List.of(), List.of("first")).contains(read), "seed " + seed + ": " + read);
    assertEquals("still here", bob.read(alice.send(bob, "still here")));
  }

  private void refuse(Bytes envelope, long seed, int round) {
    var where = "seed " + seed + ", round " + round;
    var opened = bob.open(envelope);
    assertFalse(opened instanceof Opened.Message || opened instanceof Opened.UnknownContent, where);
  }

  private CiphertextMessage forgery(String text) {
    var plaintext = ContentCodec.encode(alice.binding(bob.address()), Party.text(text));
    return new Forger(alice).encrypt(bob.address(), plaintext);
  }

  private List<byte[]> samples() {
    var samples = new ArrayList<byte[]>();
    alice.establish(bob);
    samples.add(alice.send(bob, "first").toArray());
    bob.read(alice.send(bob, "one"));
    alice.read(bob.send(alice, "two"));
    samples.add(alice.send(bob, "later").toArray());
    samples.add(new byte[0]);
    samples.add(new byte[] {0x11});
    samples.add(new byte[512]);
    return samples;
  }

  /// Never the sample itself.
  private static byte[] mutated(byte[] sample, Random random) {
    var bytes = sample.clone();
    switch (random.nextInt(4)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(64));
      case 2 -> {
        bytes = new byte[random.nextInt(600)];
        random.nextBytes(bytes);
      }
      default -> {
        for (int flips = 1 + random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    if (Arrays.equals(bytes, sample)) {
      bytes = Arrays.copyOf(bytes, bytes.length + 1);
      bytes[bytes.length - 1] = 1;
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void mutated_bundles_start_nothing_or_a_session_that_says_nothing_wrong(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      var bundles = relay.bundles(bob.account());
      var bundle = bundles.devices().getFirst();
      var signed = bundle.signedPrekey();
      var kyber = bundle.kyberPrekey();
      var changed =
          random.nextBoolean()
              ? new DeviceBundle(1, bundle.registrationId(), mutated(signed, random), kyber, null)
              : new DeviceBundle(1, bundle.registrationId(), signed, mutated(kyber, random), null);
      var established =
          alice
              .crypto()
              .establish(bob.account(), Bytes.EMPTY, TestRelay.with(bundles, List.of(changed)));
      assertEquals(
          Established.BadBundle.class, established.getClass(), "seed " + seed + ", round " + i);
    }
  }

  private static SignedPublicPrekey mutated(SignedPublicPrekey key, Random random) {
    return random.nextBoolean()
        ? new SignedPublicPrekey(
            key.id(), Bytes.of(mutated(key.publicKey().toArray(), random)), key.signature())
        : new SignedPublicPrekey(
            key.id(), key.publicKey(), Bytes.of(mutated(key.signature().toArray(), random)));
  }
}
