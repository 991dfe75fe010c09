package org.juntos.launcher;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.platform.PrivateFolder;

/// Where a second start of the desktop app on the same profile finds the first one. Whoever comes
/// first holds a lock, which the system takes back however the program ends, and listens on a
/// socket beside it; whoever comes second may say one thing there, that the window be shown. Both
/// are in a folder that only this user can enter.
final class FrontDoor implements AutoCloseable {
  private static final String SHOW = "show\n";
  private static final String SHOWN = "shown\n";
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final FileChannel lock;
  private final Path socket;
  private final @Nullable ServerSocketChannel server;

  private FrontDoor(FileChannel lock, Path socket, @Nullable ServerSocketChannel server) {
    this.lock = lock;
    this.socket = socket;
    this.server = server;
  }

  /// Takes the door of a profile, which is made when it is missing. Whoever knocks from now on
  /// waits for [#open].
  ///
  /// @return null when another program has it
  static @Nullable FrontDoor take(Path profile) throws IOException {
    var folder = PrivateFolder.make(PrivateFolder.make(profile).resolve("door"));
    var lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var socket = socket(profile);
    if (!isLocked(lock)) {
      lock.close();
      return null;
    }
    return new FrontDoor(lock, socket, listening(socket));
  }

  private static Path socket(Path profile) {
    return profile.resolve("door", "bell");
  }

  private static boolean isLocked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException _) { // this very program
      return false;
    }
  }

  /// Null where there can be none, on an old system or under too long a path: then nobody answers.
  private static @Nullable ServerSocketChannel listening(Path socket) throws IOException {
    Files.deleteIfExists(socket); // of a program that was killed
    try {
      var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      return server.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException | UnsupportedOperationException _) {
      return null;
    }
  }

  /// The window of whoever has the door.
  @FunctionalInterface
  interface Window {
    /// Brings it to the front; false when that did not succeed.
    boolean show() throws InterruptedException;
  }

  /// Answers whoever knocks, until closed, one after the other.
  void open(Window window) {
    if (server != null) {
      Thread.ofVirtual().name("door").start(() -> answer(server, window));
    }
  }

  private static void answer(ServerSocketChannel server, Window window) {
    while (server.isOpen()) {
      try (var guest = server.accept()) {
        greet(guest, window);
      } catch (IOException _) {
        // closed, or the guest has gone
      } catch (InterruptedException _) { // the program ends
        return;
      }
    }
  }

  private static void greet(SocketChannel guest, Window window)
      throws IOException, InterruptedException {
    if (heard(guest, SHOW.length(), PATIENCE).equals(SHOW) && window.show()) {
      guest.write(bytes(SHOWN));
    }
  }

  /// Asks the program that has the door of a profile to show its window.
  ///
  /// @return whether it has
  static boolean knock(Path profile, Duration patience) {
    try (var way = SocketChannel.open(UnixDomainSocketAddress.of(socket(profile)))) {
      way.write(bytes(SHOW));
      return heard(way, SHOWN.length(), patience).equals(SHOWN);
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }

  /// What is said, up to as many letters; less when nothing comes for so long.
  private static String heard(SocketChannel from, int most, Duration patience) throws IOException {
    var letters = ByteBuffer.allocate(most);
    from.configureBlocking(false);
    try (var selector = Selector.open()) {
      from.register(selector, SelectionKey.OP_READ);
      while (letters.hasRemaining() && selector.select(patience.toMillis()) > 0) {
        selector.selectedKeys().clear();
        if (from.read(letters) < 0) {
          break;
        }
      }
    }
    return new String(letters.array(), 0, letters.position(), StandardCharsets.US_ASCII);
  }

  private static ByteBuffer bytes(String said) {
    return ByteBuffer.wrap(said.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
      Files.deleteIfExists(socket);
    }
    lock.close();
  }
}
