package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.engine.connection.DiscoveryApi;
import org.juntos.engine.connection.DiscoveryApi.Evaluated;
import org.juntos.engine.connection.PeopleApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.testkit.lie.Lies;
import org.juntos.testkit.lie.LyingRelay;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ReportReason;
import org.juntos.wire.discovery.Bucket;
import org.juntos.wire.discovery.DiscoveryEntryKey;
import org.juntos.wire.discovery.NumberOprf;
import org.juntos.wire.discovery.Ristretto255;

/// A relay that lies about numbers is not believed where it contradicts itself, and found out by
/// safety numbers where it does not.
final class LyingNumbersTest {
  private static final String BOB = "+4915112345102";

  @TempDir Path folder;
  private final LyingRelay relay = new LyingRelay();
  private World world;
  private Person alice;
  private Person bob;

  @BeforeEach
  void begin() throws Exception {
    world = new World(folder, 7);
    alice = world.person("Alice", relay::over);
    bob = world.bob();
    bob.done(new PeopleIntent.BeFound(BOB));
  }

  @AfterEach
  void end() {
    world.close();
  }

  /// What becomes of the relay's answers.
  record Lie(String name, UnaryOperator<Evaluated> evaluated, UnaryOperator<byte[]> entries) {
    @Override
    public String toString() {
      return name;
    }

    static Lie point(String name, String hex) {
      var point = Bytes.ofHex(hex);
      return new Lie(name, honest -> new Evaluated(List.of(point), 0), entries -> entries);
    }

    static Lie evaluation(String name, UnaryOperator<Evaluated> evaluated) {
      return new Lie(name, evaluated, entries -> entries);
    }

    static Lie bucket(String name, UnaryOperator<byte[]> entries) {
      return new Lie(name, honest -> honest, entries);
    }
  }

  private static Stream<Lie> contradictions() {
    return Stream.of(
        Lie.point("the identity for a point", "00".repeat(32)),
        Lie.point("no point", "ff".repeat(32)),
        Lie.point("half a point", "00".repeat(16)),
        Lie.evaluation("no answer", _ -> new Evaluated(List.of(), 0)),
        Lie.evaluation(
            "two answers",
            honest -> new Evaluated(List.of(honest.points().getFirst(), Bytes.EMPTY), 0)),
        Lie.evaluation(
            "more buckets than there may be", honest -> new Evaluated(honest.points(), 9)),
        Lie.evaluation("fewer than none", honest -> new Evaluated(honest.points(), -1)),
        Lie.bucket("an empty bucket", _ -> new byte[0]),
        Lie.bucket(
            "a bucket of one, which would show whose it is",
            entries -> Arrays.copyOf(entries, DiscoveryEntryKey.ENTRY_BYTES)),
        Lie.bucket("half an entry", entries -> Arrays.copyOf(entries, entries.length + 7)),
        Lie.bucket("two entries for one number", LyingNumbersTest::twice));
  }

  private static byte[] twice(byte[] entries) {
    var twice = new ByteArrayOutputStream();
    twice.writeBytes(entries);
    twice.writeBytes(entries);
    return twice.toByteArray();
  }

  private void lie(Lie lie) {
    relay.lie(
        new Lies() {
          @Override
          public PeopleApi people(PeopleApi honest) {
            return new LyingPeople(honest, lie);
          }
        });
  }

  private record LyingPeople(PeopleApi honest, Lie lie) implements PeopleApi, DiscoveryApi {
    @Override
    public RelayResult<Done> report(AccountId account, ReportReason reason) throws IOException {
      return honest.report(account, reason);
    }

    @Override
    public DiscoveryApi discovery() {
      return this;
    }

    @Override
    public RelayResult<Done> list(String number) throws IOException {
      return honest.discovery().list(number);
    }

    @Override
    public RelayResult<Done> unlist() throws IOException {
      return honest.discovery().unlist();
    }

    @Override
    public RelayResult<Evaluated> evaluate(List<Bytes> blinded) throws IOException {
      return honest.discovery().evaluate(blinded).map(lie.evaluated());
    }

    @Override
    public RelayResult<Bytes> bucket(Bucket bucket) throws IOException {
      return honest
          .discovery()
          .bucket(bucket)
          .map(entries -> Bytes.of(lie.entries().apply(entries.toArray())));
    }
  }

  private String refusal() throws InterruptedException {
    return assertInstanceOf(Outcome.Refused.class, alice.submit(new Intent.AddContact(BOB)))
        .problem()
        .code();
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void an_answer_that_cannot_be_adds_nobody(Lie lie) throws Exception {
    lie(lie);
    assertEquals("discovery-false", refusal());
    assertEquals(List.of(), alice.models().contacts().value());
    relay.beHonest();
    alice.done(new Intent.AddContact(BOB));
    world.settle();
    assertEquals(bob.account(), alice.contact(bob).account());
  }

  @Test
  void entries_of_others_open_for_nobody() throws Exception {
    lie(
        Lie.bucket(
            "another bucket",
            entries -> {
              var others = entries.clone();
              world.random().nextBytes(others);
              return others;
            }));
    assertEquals("number-unknown", refusal());
    assertEquals(List.of(), alice.models().contacts().value());
  }

  @Test
  void ones_own_account_under_the_number_of_another_is_no_contact() throws Exception {
    sealUnderBobsNumber(alice.account());
    assertEquals("own-number", refusal());
  }

  /// The relay has the key, and can so put anybody under any number.
  private void sealUnderBobsNumber(AccountId account) throws Exception {
    var mac = Mac.getInstance("HmacSHA512");
    var seed = Files.readAllBytes(folder.resolve("relay/relay/keys/discovery"));
    mac.init(new SecretKeySpec(seed, "HmacSHA512"));
    var wide = mac.doFinal("juntos discovery v1 oprf key".getBytes(StandardCharsets.UTF_8));
    var oprf = new NumberOprf(new Ristretto255());
    var key = oprf.output(oprf.key(wide), BOB);
    var entry = key.seal(new byte[DiscoveryEntryKey.NONCE_BYTES], account).toArray();
    lie(
        Lie.bucket(
            "somebody else",
            entries -> {
              var others = new byte[entries.length];
              System.arraycopy(entry, 0, others, 0, entry.length);
              return others;
            }));
  }

  @Test
  void somebody_else_under_the_number_is_found_out_by_the_safety_number() throws Exception {
    var mallory = world.person("Mallory");
    sealUnderBobsNumber(mallory.account());
    alice.done(new Intent.AddContact(BOB));
    world.settle();
    mallory.accept(alice);
    world.settle();
    assertEquals(false, alice.contact(mallory).verified());
    relay.beHonest();
    bob.add(alice);
    world.settle();
    var seen = bob.contact(alice).safetyNumber().text();
    var compared = alice.submit(new PeopleIntent.CompareSafetyNumber(mallory.account(), seen));
    assertEquals(
        "safety-number-differs",
        assertInstanceOf(Outcome.Refused.class, compared).problem().code());
  }
}
