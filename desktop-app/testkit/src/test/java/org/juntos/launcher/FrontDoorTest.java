package org.juntos.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What comes to the door of a profile.
final class FrontDoorTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path folder;

  private final AtomicInteger shown = new AtomicInteger();
  private Path profile;
  private FrontDoor door;

  @BeforeEach
  void first() throws IOException {
    profile = folder.resolve("p");
    door = taken(profile);
  }

  @AfterEach
  void end() throws IOException {
    door.close();
  }

  private static FrontDoor taken(Path profile) throws IOException {
    return Objects.requireNonNull(FrontDoor.take(profile));
  }

  private boolean show() {
    shown.incrementAndGet();
    return true;
  }

  private UnixDomainSocketAddress bell() {
    return UnixDomainSocketAddress.of(profile.resolve("door", "bell"));
  }

  @Test
  void whoever_comes_second_has_the_window_shown() throws Exception {
    assertNull(FrontDoor.take(profile));
    door.open(this::show);
    assertTrue(FrontDoor.knock(profile, LONG));
    assertTrue(FrontDoor.knock(profile, LONG));
    assertEquals(2, shown.get());
  }

  @Test
  void whoever_knocks_before_the_window_is_there_waits_for_it() throws Exception {
    try (var guest = SocketChannel.open(bell())) {
      guest.write(said("show\n"));
      door.open(this::show);
      assertEquals("shown\n", answer(guest));
    }
  }

  @Test
  void nothing_else_is_answered_and_the_next_is() throws Exception {
    door.open(this::show);
    for (var words : new String[] {"", "hide\n", "SHOW\n", "sho", "x".repeat(60_000)}) {
      try (var guest = SocketChannel.open(bell())) {
        guest.write(said(words));
        guest.shutdownOutput();
        assertEquals("", answer(guest), words);
      }
    }
    try (var silent = SocketChannel.open(bell())) {
      assertTrue(FrontDoor.knock(profile, LONG));
      assertTrue(silent.isOpen());
    }
    assertEquals(1, shown.get());
  }

  private static ByteBuffer said(String words) {
    return ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII));
  }

  private static String answer(SocketChannel from) {
    var answer = ByteBuffer.allocate(100);
    try {
      while (from.read(answer) >= 0) {
        assertTrue(answer.hasRemaining());
      }
    } catch (IOException _) {
      return ""; // hung up on
    }
    return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
  }

  @Test
  void a_window_that_does_not_come_is_not_said_to_be_there() {
    door.open(() -> false);
    assertFalse(FrontDoor.knock(profile, LONG));
    assertFalse(FrontDoor.knock(folder.resolve("nobody"), LONG));
  }

  @Test
  void when_the_first_has_ended_the_next_has_the_door() throws Exception {
    door.close();
    assertFalse(Files.exists(bell().getPath()));
    door = taken(profile);
  }

  @Test
  void what_a_killed_program_left_is_in_nobodys_way() throws Exception {
    door.close();
    ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(bell()).close();
    assertTrue(Files.exists(bell().getPath()), "it is left");
    door = taken(profile);
    door.open(this::show);
    assertTrue(FrontDoor.knock(profile, LONG));
  }

  @Test
  void nobody_else_can_reach_it() throws Exception {
    assertEquals("rwx------", access(profile));
    var open = Files.createDirectory(folder.resolve("o"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    taken(open).close();
    assertEquals("rwx------", access(open.resolve("door")));
  }

  private static String access(Path of) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(of));
  }

  @Test
  void under_too_long_a_path_a_second_start_is_not_taken_for_the_first() throws Exception {
    var deep = folder.resolve("x".repeat(120));
    try (var first = taken(deep)) {
      first.open(this::show);
      assertNull(FrontDoor.take(deep));
      assertFalse(FrontDoor.knock(deep, LONG));
    }
  }
}
