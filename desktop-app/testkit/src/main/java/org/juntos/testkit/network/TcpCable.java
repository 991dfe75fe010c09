package org.juntos.testkit.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A real TCP port that leads to another one, and counts what passes. When the cable is pulled,
/// bytes go nowhere, and nobody is told; when it is cut, everybody is; when it is down, nobody gets
/// through either; and it can be slow. Thread-safe.
public final class TcpCable implements AutoCloseable {
  private static final int BUFFER_BYTES = 16 * 1024;

  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Meter forth = new Meter();
  private final Meter back = new Meter();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean pulled;
  private volatile boolean down;
  private volatile long delayMs;

  /// Listens on a free port of loopback.
  public TcpCable(int target) throws IOException {
    this.target = target;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /// Where it begins.
  public int port() {
    return listening.getLocalPort();
  }

  /// From now on everything that passes is swallowed.
  public void pull() {
    pulled = true;
  }

  /// Ends all connections; those that are made later are carried again.
  public void cut() {
    for (var socket : sockets) {
      reset(socket);
    }
  }

  private void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException _) { // it is closed already
      sockets.remove(socket);
    }
    close(socket);
  }

  /// Resets all connections, those that are made from now on too.
  public void takeDown() {
    down = true;
    cut();
  }

  /// From now on each piece that passes takes so long, either way.
  public void slow(Duration delay) {
    delayMs = delay.toMillis();
  }

  /// Carries new connections as a new cable does. Those that were swallowed stay lost.
  public void mend() {
    down = false;
    pulled = false;
    delayMs = 0;
    cut();
  }

  /// What goes to the target.
  public Meter forth() {
    return forth;
  }

  /// What comes from the target.
  public Meter back() {
    return back;
  }

  private void close(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // closing a loopback socket does not fail
    }
  }

  private void accept() {
    try {
      while (true) {
        connect(listening.accept());
      }
    } catch (IOException _) {
      return; // closed
    }
  }

  private void connect(Socket near) {
    if (down) {
      reset(near);
      return;
    }
    try {
      var far = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(near);
      sockets.add(far);
      Thread.ofVirtual().start(() -> carry(near, far, forth));
      Thread.ofVirtual().start(() -> carry(far, near, back));
    } catch (IOException _) { // nobody is at the other end now
      reset(near);
    }
  }

  private void carry(Socket from, Socket to, Meter meter) {
    var buffer = new byte[BUFFER_BYTES];
    try {
      for (int read = 0; read >= 0; read = from.getInputStream().read(buffer)) {
        if (!pulled) {
          meter.count(read);
          delay();
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException _) { // one end is gone: so is the other
      sockets.remove(from);
    }
    if (!pulled) {
      close(to);
    }
  }

  private void delay() throws InterruptedIOException {
    try {
      if (delayMs > 0 && closed.await(delayMs, TimeUnit.MILLISECONDS)) {
        throw new InterruptedIOException("closed");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listening.close();
    cut();
  }
}
