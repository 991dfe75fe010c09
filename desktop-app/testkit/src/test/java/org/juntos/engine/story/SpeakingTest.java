package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.RecordingView;
import org.juntos.testkit.world.Person;
import org.juntos.wire.Bytes;

/// Voice messages that are recorded in the app, part by part.
final class SpeakingTest extends TwoContacts {
  private static final String MARK = "CANARY-5e2f";

  SpeakingTest() {
    super(71);
  }

  private static byte[] part(int number) {
    var bytes = new byte[5_000];
    Arrays.fill(bytes, (byte) number);
    var mark = MARK.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(mark, 0, bytes, 0, mark.length);
    return bytes;
  }

  private static VoiceIntent.Keep keep(Person person, Person with, int number) {
    var levels = new byte[20];
    Arrays.fill(levels, (byte) (100 + number));
    return new VoiceIntent.Keep(
        person.with(with),
        number,
        Bytes.of(part(number)),
        Duration.ofSeconds(2L * number + 2),
        Bytes.of(levels));
  }

  static void speak(Person person, Person with, int parts) throws InterruptedException {
    for (int number = 0; number < parts; number++) {
      person.done(keep(person, with, number));
    }
  }

  private static byte[] said(int parts) {
    var all = new ByteArrayOutputStream();
    for (int number = 0; number < parts; number++) {
      all.writeBytes(part(number));
    }
    return all.toByteArray();
  }

  private static @Nullable RecordingView recording(Person person, Person with) {
    return person.models().handling().recording(person.with(with));
  }

  static MessageId send(Person person, Person with) throws InterruptedException {
    var outcome = person.submit(new VoiceIntent.Send(person.with(with), null, false));
    return assertInstanceOf(Outcome.Queued.class, outcome).message();
  }

  private static Duration kept(Person person, Person with) {
    return person.models().conversations().value().stream()
        .filter(one -> one.id().equals(person.with(with)))
        .findFirst()
        .orElseThrow()
        .kept()
        .recorded();
  }

  @Test
  void what_was_said_arrives_as_a_voice_message_with_its_length_and_bars() throws Exception {
    speak(alice, bob, 3);
    var message = send(alice, bob);
    world.settle();
    assertNull(recording(alice, bob));
    assertEquals(Duration.ZERO, kept(alice, bob));
    var voice = bob.attachment(message, 0);
    assertEquals(Attachment.Kind.VOICE, voice.kind());
    assertEquals("audio/ogg", voice.mediaType());
    assertEquals(6_000, voice.preview().durationMillis());
    assertEquals(60, voice.preview().waveform().size());
    assertEquals(AttachmentView.State.HERE, voice.state(), "it comes by itself");
    try (var content = bob.models().content(message, 0)) {
      assertArrayEquals(said(3), Channels.newInputStream(content).readAllBytes());
    }
    assertEquals("voice-unknown", Deeds.refusal(alice, new VoiceIntent.Discard(alice.with(bob))));
  }

  @Test
  void what_was_begun_is_there_after_a_restart_and_was_never_in_the_clear() throws Exception {
    speak(alice, bob, 2);
    assertFalse(isOnDisk(alice), "encrypted while it is said");
    alice.restart();
    var kept = Objects.requireNonNull(recording(alice, bob));
    assertEquals(2, kept.parts());
    assertEquals(Duration.ofSeconds(4), kept.length());
    assertArrayEquals(said(2), kept.ogg().toArray());
    assertEquals(Duration.ofSeconds(4), kept(alice, bob));
    assertNull(recording(bob, alice));
    var message = send(alice, bob);
    world.settle();
    assertFalse(isOnDisk(alice));
    assertFalse(isOnDisk(bob));
    assertEquals(4_000, bob.attachment(message, 0).preview().durationMillis());
  }

  private static boolean isOnDisk(Person person) throws Exception {
    return person.whileClosed(() -> {
      try (Stream<Path> files = Files.walk(person.profile())) {
        return files.filter(Files::isRegularFile).anyMatch(SpeakingTest::holdsMark);
      }
    });
  }

  private static boolean holdsMark(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(MARK);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void parts_come_in_order_and_none_is_lost_or_taken_for_another() throws Exception {
    assertEquals("voice-unknown", Deeds.refusal(alice, keep(alice, bob, 1)));
    speak(alice, bob, 2);
    assertEquals("voice-begun", Deeds.refusal(alice, keep(alice, bob, 0)));
    assertEquals("voice-unknown", Deeds.refusal(alice, keep(alice, bob, 3)));
    assertEquals(2, Objects.requireNonNull(recording(alice, bob)).parts());
    alice.done(new VoiceIntent.Discard(alice.with(bob)));
    assertNull(recording(alice, bob));
    assertEquals(
        "voice-unknown", Deeds.refusal(alice, new VoiceIntent.Send(alice.with(bob), null, false)));
    speak(alice, bob, 1);
    assertEquals(1, Objects.requireNonNull(recording(alice, bob)).parts());
  }

  @Test
  void a_recording_ends_at_an_hour() throws Exception {
    speak(alice, bob, 1);
    var hour = Duration.ofHours(1);
    var longer =
        new VoiceIntent.Keep(alice.with(bob), 1, Bytes.EMPTY, hour.plusMillis(1), Bytes.EMPTY);
    assertEquals("voice-too-long", Deeds.refusal(alice, longer));
    alice.done(new VoiceIntent.Keep(alice.with(bob), 1, Bytes.EMPTY, hour, Bytes.EMPTY));
    var back =
        new VoiceIntent.Keep(alice.with(bob), 2, Bytes.EMPTY, hour.minusMillis(1), Bytes.EMPTY);
    assertEquals("voice-too-long", Deeds.refusal(alice, back), "it does not get shorter");
    assertEquals(hour, Objects.requireNonNull(recording(alice, bob)).length());
  }

  @Test
  void what_cannot_be_sent_is_not_lost() throws Exception {
    speak(alice, bob, 2);
    alice.done(new Intent.BlockContact(bob.account()));
    assertEquals(
        "contact-blocked",
        Deeds.refusal(alice, new VoiceIntent.Send(alice.with(bob), null, false)));
    assertEquals(2, Objects.requireNonNull(recording(alice, bob)).parts());
    alice.done(new Intent.UnblockContact(bob.account()));
    send(alice, bob);
    assertNull(recording(alice, bob));
  }

  @Test
  void a_voice_message_may_reply_and_be_silent() throws Exception {
    var question = bob.write(alice, "where are you?");
    world.settle();
    speak(alice, bob, 1);
    var sent =
        assertInstanceOf(
            Outcome.Queued.class,
            alice.submit(new VoiceIntent.Send(alice.with(bob), question, true)));
    world.settle();
    var entry = Deeds.entry(bob, sent.message());
    assertEquals(question, Objects.requireNonNull(entry.marks().quote()).message());
    assertTrue(entry.marks().handled().silent());
  }

  @Test
  void all_of_the_persons_devices_know_what_was_played_and_nobody_else() throws Exception {
    var laptop = world.link(bob, "Laptop");
    world.settle();
    speak(alice, bob, 1);
    var message = send(alice, bob);
    world.settle();
    assertFalse(Deeds.entry(bob, message).marks().handled().played());
    laptop.done(new VoiceIntent.Played(message));
    world.settle();
    assertTrue(Deeds.entry(bob, message).marks().handled().played());
    bob.restart();
    assertTrue(Deeds.entry(bob, message).marks().handled().played());
    alice.done(new VoiceIntent.Played(message));
    assertFalse(Deeds.entry(alice, message).marks().handled().played(), "it is her own");
    var text = alice.write(bob, "a text");
    world.settle();
    assertTrue(bob.submit(new VoiceIntent.Played(text)) instanceof Outcome.Refused);
  }
}
