package org.juntos.testkit.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A real TCP port that leads to another one, and counts what passes. When the cable is pulled,
/// bytes go nowhere, and nobody is told; when it is cut, everybody is. Thread-safe.
public final class TcpCable implements AutoCloseable {
  private static final int BUFFER_BYTES = 16 * 1024;

  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Meter forth = new Meter();
  private final Meter back = new Meter();
  private volatile boolean pulled;

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
      close(socket);
    }
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
        var near = listening.accept();
        var far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(near);
        sockets.add(far);
        Thread.ofVirtual().start(() -> carry(near, far, forth));
        Thread.ofVirtual().start(() -> carry(far, near, back));
      }
    } catch (IOException _) {
      return; // closed
    }
  }

  private void carry(Socket from, Socket to, Meter meter) {
    var buffer = new byte[BUFFER_BYTES];
    try {
      for (int read = 0; read >= 0; read = from.getInputStream().read(buffer)) {
        if (!pulled) {
          meter.count(read);
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

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
  }
}
