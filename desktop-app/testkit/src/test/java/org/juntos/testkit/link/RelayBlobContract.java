package org.juntos.testkit.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.juntos.testkit.link.Registrant.ok;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.connection.BlobApi;
import org.juntos.engine.connection.OkHttpRelayLinks;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Refused;
import org.juntos.relay.Tls;
import org.juntos.testkit.RealRelay;
import org.juntos.wire.ErrorCode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RelayBlobContract {
  private final OkHttpRelayLinks links = new OkHttpRelayLinks(InstantSource.system());

  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealRelay relay;

  @SuppressWarnings("NullAway.Init")
  private RelayAddress address;

  @SuppressWarnings("NullAway.Init")
  private Registrant alice;

  @SuppressWarnings("NullAway.Init")
  private Registrant bob;

  abstract Tls tls();

  /// Where clients find the relay, which has just started.
  RelayAddress way(RelayAddress relay) throws IOException {
    return relay;
  }

  @BeforeAll
  void two_people_register(@TempDir Path shared) throws IOException {
    folder = shared;
    relay = RealRelay.start(folder.resolve("r"), tls(), InstantSource.system(), new SecureRandom());
    address = way(relay.address());
    alice = registrant("a", "+4915112345678");
    bob = registrant("b", "+4915112345679");
  }

  @AfterAll
  void everything_ends() {
    links.close();
    alice.close();
    bob.close();
    relay.close();
  }

  @Test
  void a_blob_goes_up_in_pieces_and_down_from_any_byte() throws Exception {
    var bytes = new byte[3_000_000];
    new Random(5).nextBytes(bytes);
    var blobs = alice.api().blobs();
    var blob = ok(blobs.create(bytes.length));
    var cutOff = Channels.newChannel(new ByteArrayInputStream(bytes, 0, 1_000_000));
    assertThrows(IOException.class, () -> blobs.upload(blob, 0, bytes.length, cutOff, _ -> {}));

    var seen = new AtomicLong();
    long size = resumed(blobs, blob, bytes, seen);

    assertEquals(bytes.length, size);
    assertEquals(bytes.length, seen.get());
    var whole = new ByteArrayOutputStream();
    ok(bob.api().blobs().download(blob, 0, Channels.newChannel(whole), seen::set));
    assertArrayEquals(bytes, whole.toByteArray());
    var tail = new ByteArrayOutputStream();
    ok(bob.api().blobs().download(blob, 2_999_000, Channels.newChannel(tail), seen::set));
    assertArrayEquals(Arrays.copyOfRange(bytes, 2_999_000, 3_000_000), tail.toByteArray());
  }

  /// The end of the broken connection may still arrive after the relay has said how far it is.
  private static long resumed(BlobApi blobs, String blob, byte[] bytes, AtomicLong seen)
      throws IOException {
    while (true) {
      long here = ok(blobs.offset(blob));
      var rest = new ByteArrayInputStream(bytes, (int) here, bytes.length);
      var result = blobs.upload(blob, here, bytes.length, Channels.newChannel(rest), seen::set);
      if (result instanceof RelayResult.Ok<Long>(var size)) {
        return size;
      }
      assertEquals(ErrorCode.CONFLICT, refused(result).code());
    }
  }

  @Test
  void an_upload_at_another_offset_is_refused() throws Exception {
    var blobs = alice.api().blobs();
    var blob = ok(blobs.create(10));
    var five = Channels.newChannel(new ByteArrayInputStream(new byte[5]));

    assertEquals(ErrorCode.CONFLICT, refused(blobs.upload(blob, 5, 10, five, _ -> {})).code());
  }

  @Test
  void an_empty_blob_and_a_missing_one_are_told_apart() throws Exception {
    var blobs = alice.api().blobs();
    var empty = ok(blobs.create(0));
    var down = new ByteArrayOutputStream();

    assertEquals(0, ok(blobs.download(empty, 0, Channels.newChannel(down), _ -> {})));
    assertEquals(0, down.size());
    var missing = "ab".repeat(20);
    assertEquals(ErrorCode.NOT_FOUND, refused(blobs.offset(missing)).code());
    assertEquals(
        ErrorCode.NOT_FOUND,
        refused(blobs.download(missing, 0, Channels.newChannel(down), _ -> {})).code());
  }

  @Test
  void an_interrupt_cancels_a_transfer() throws Exception {
    var blobs = alice.api().blobs();
    var blob = ok(blobs.create(100_000_000));
    var failure = new CompletableFuture<IOException>();
    var uploading =
        Thread.ofVirtual()
            .start(() -> {
              try {
                blobs.upload(blob, 0, 100_000_000, new Endless(), _ -> {});
              } catch (IOException e) {
                failure.complete(e);
              }
            });
    uploading.interrupt();

    assertInstanceOf(InterruptedIOException.class, failure.get(20, TimeUnit.SECONDS));
  }

  static Refused<?> refused(Object result) {
    return assertInstanceOf(Refused.class, result);
  }

  final OkHttpRelayLinks links() {
    return links;
  }

  final RealRelay relay() {
    return relay;
  }

  final RelayAddress address() {
    return address;
  }

  final Registrant registrant(String name, String phoneNumber) throws IOException {
    return new Registrant(folder.resolve(name), relay, address, links, phoneNumber);
  }

  final Registrant alice() {
    return alice;
  }

  final Registrant bob() {
    return bob;
  }

  /// Yields a byte at a time, for ever.
  private static final class Endless implements ReadableByteChannel {
    @Override
    public int read(ByteBuffer into) {
      into.put((byte) 1);
      return 1;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
