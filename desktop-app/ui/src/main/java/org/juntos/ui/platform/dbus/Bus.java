package org.juntos.ui.platform.dbus;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A connection to a message bus of this machine (D-Bus specification 0.41), as much of it as
/// notifications need. Thread-safe.
final class Bus implements AutoCloseable {
  static final Message.Target SELF =
      new Message.Target("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

  private static final int MOST_BYTES = 1 << 20;
  private static final long PATIENCE_SECONDS = 10;

  private final SocketChannel channel;
  private final Consumer<? super Message> heard;
  private final AtomicLong serials = new AtomicLong();
  private final Map<Long, BlockingQueue<Message>> pending = new ConcurrentHashMap<>();
  private volatile String name = "";

  private Bus(SocketChannel channel, Consumer<? super Message> heard) {
    this.channel = channel;
    this.heard = heard;
  }

  /// Connects and says hello.
  ///
  /// @param heard gets signals and calls, on a thread that it must not keep
  static Bus connect(Path socket, Consumer<? super Message> heard)
      throws IOException, InterruptedException {
    var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    try {
      authenticate(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    var bus = new Bus(channel, heard);
    Thread.ofVirtual().name("juntos-bus").start(bus::listen);
    bus.name = String.valueOf(bus.call(SELF, "Hello", "").body().getFirst());
    return bus;
  }

  /// As the user that runs this program: the kernel tells the bus who that is.
  private static void authenticate(SocketChannel channel) throws IOException {
    var user = String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    var hex = HexFormat.of().formatHex(user.getBytes(StandardCharsets.US_ASCII));
    write(channel, ("\0AUTH EXTERNAL " + hex + "\r\n").getBytes(StandardCharsets.US_ASCII));
    if (!line(channel).startsWith("OK ")) {
      throw new IOException("the bus does not let this user in");
    }
    write(channel, "BEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static String line(SocketChannel channel) throws IOException {
    var line = new StringBuilder();
    while (line.length() < 1024) {
      char next = (char) read(channel, 1).get();
      if (next == '\n') {
        return line.toString();
      }
      line.append(next);
    }
    throw new IOException("the bus says too much");
  }

  /// By which others on the bus know this connection, such as `:1.42`.
  String name() {
    return name;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /// The number of the next message.
  long next() {
    return serials.incrementAndGet();
  }

  /// Calls, and returns the answer.
  ///
  /// @throws IOException when there is none, or it is an error
  Message call(Message.Target target, String member, String signature, Object... body)
      throws IOException, InterruptedException {
    var call = Message.call(next(), target, member, signature, body);
    var answers = new ArrayBlockingQueue<Message>(1);
    pending.put(call.serial(), answers);
    try {
      send(call);
      var answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer == null || answer.type() == Message.Type.ERROR) {
        throw new IOException(answer == null ? "no answer" : answer.error());
      }
      return answer;
    } finally {
      pending.remove(call.serial());
    }
  }

  void send(Message message) throws IOException {
    write(channel, message.encoded());
  }

  /// Messages of two threads do not mix.
  private static void write(SocketChannel channel, byte[] bytes) throws IOException {
    synchronized (channel) {
      for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
        channel.write(buffer);
      }
    }
  }

  private void listen() {
    try (channel) {
      while (true) {
        take(message());
      }
    } catch (IOException | IllegalArgumentException | BufferUnderflowException _) {
      // the bus is gone, or says what is no message: the next call finds the channel closed
    }
  }

  private void take(Message message) {
    var waiting = pending.get(message.replyTo());
    if (waiting != null) {
      waiting.offer(message); // a second answer is none
    } else if (message.type() == Message.Type.SIGNAL || message.type() == Message.Type.CALL) {
      heard.accept(message);
    }
  }

  private Message message() throws IOException {
    var start = read(channel, Message.FIXED_BYTES);
    var order = start.get(0) == 'l' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    start.order(order);
    long body = Integer.toUnsignedLong(start.getInt(4));
    long fields = (Integer.toUnsignedLong(start.getInt(12)) + 7) / 8 * 8;
    if (body + fields > MOST_BYTES) {
      throw new IOException("a message that is too long");
    }
    var rest = read(channel, Math.toIntExact(fields + body));
    var whole = ByteBuffer.allocate(Message.FIXED_BYTES + rest.remaining()).order(order);
    return Message.decoded(whole.put(start).put(rest).flip().order(order));
  }

  private static ByteBuffer read(SocketChannel channel, int size) throws IOException {
    var buffer = ByteBuffer.allocate(size);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the bus is gone");
      }
    }
    return buffer.flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
