package org.juntos.relay.turn;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.juntos.relay.otp.sender.Secret;

/// Answers as a TURN server does over UDP on loopback, and relays nothing.
public final class FakeTurn implements AutoCloseable {
  private static final String REALM = "turn.example";
  private static final String NONCE = "once";
  private static final int ALLOCATE_ERROR = 0x0113;
  private static final int REFRESHED = 0x0104;
  private static final int COOKIE = 0x2112A442;

  private final DatagramSocket socket;
  private final Thread thread;
  private final Secret secret;
  private final AtomicInteger released = new AtomicInteger();
  private volatile InetAddress relay = InetAddress.ofLiteral("198.51.100.7");
  private volatile Mood mood = Mood.USUAL;

  /// How it answers.
  public enum Mood {
    USUAL,
    FOR_ANYBODY,
    FULL
  }

  /// One that shares `secret`.
  public FakeTurn(String secret) throws IOException {
    this.secret = new Secret(secret);
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    thread = Thread.ofVirtual().start(this::run);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// How many addresses were given back.
  public int released() {
    return released.get();
  }

  public void relayFrom(InetAddress address) {
    relay = address;
  }

  public void answer(Mood other) {
    mood = other;
  }

  private void run() {
    try {
      while (true) {
        var packet = new DatagramPacket(new byte[2_048], 2_048);
        socket.receive(packet);
        var asked = StunMessage.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
        var bytes = answer(asked).bytes(null);
        socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
      }
    } catch (IOException closed) {
      if (!socket.isClosed()) {
        throw new IllegalStateException(closed);
      }
    }
  }

  private StunMessage answer(StunMessage asked) {
    if (mood == Mood.FULL) {
      return error(asked, 4, 86);
    }
    if (mood == Mood.USUAL && !isKnown(asked)) {
      return error(asked, 4, 1).with(StunMessage.REALM, REALM).with(StunMessage.NONCE, NONCE);
    }
    if (asked.type() == StunMessage.REFRESH) {
      released.incrementAndGet();
      return answer(asked, REFRESHED);
    }
    return answer(asked, StunMessage.ALLOCATED).with(StunMessage.RELAYED_ADDRESS, masked());
  }

  private static StunMessage answer(StunMessage asked, int type) {
    return new StunMessage(type, asked.transaction(), new LinkedHashMap<>());
  }

  private static StunMessage error(StunMessage asked, int hundreds, int rest) {
    return answer(asked, ALLOCATE_ERROR)
        .with(StunMessage.ERROR_CODE, new byte[] {0, 0, (byte) hundreds, (byte) rest});
  }

  private byte[] masked() {
    int address = ByteBuffer.wrap(relay.getAddress()).getInt();
    return ByteBuffer.allocate(8).putInt(0x00010000).putInt(address ^ COOKIE).array();
  }

  private boolean isKnown(StunMessage asked) {
    var shown = asked.attributes().get(StunMessage.INTEGRITY);
    if (shown == null || !asked.text(StunMessage.NONCE).equals(NONCE)) {
      return false;
    }
    var name = asked.text(StunMessage.USERNAME);
    var password = TurnCredentials.of(name, secret).password();
    var unproven = new LinkedHashMap<>(asked.attributes());
    unproven.remove(StunMessage.INTEGRITY);
    var bare = new StunMessage(asked.type(), asked.transaction(), unproven);
    var proven = bare.bytes(md5(name + ":" + REALM + ":" + password));
    return Arrays.equals(shown, Arrays.copyOfRange(proven, proven.length - 20, proven.length));
  }

  static byte[] md5(String text) {
    try {
      return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    socket.close();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
