package org.juntos.testkit.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A real TCP port that leads to another one, until the cable is pulled: then bytes go nowhere, and
/// nobody is told. Thread-safe.
public final class TcpCable implements AutoCloseable {
  private static final int BUFFER_BYTES = 16 * 1024;

  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
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

  private void accept() {
    try {
      while (true) {
        var near = listening.accept();
        var far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(near);
        sockets.add(far);
        Thread.ofVirtual().start(() -> carry(near, far));
        Thread.ofVirtual().start(() -> carry(far, near));
      }
    } catch (IOException _) {
      return; // closed
    }
  }

  private void carry(Socket from, Socket to) {
    var buffer = new byte[BUFFER_BYTES];
    try {
      for (int read = 0; read >= 0; read = from.getInputStream().read(buffer)) {
        if (!pulled) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
      if (!pulled) {
        to.close();
      }
    } catch (IOException _) { // one end is gone: so is the other
      sockets.remove(from);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (var socket : sockets) {
      socket.close();
    }
  }
}
