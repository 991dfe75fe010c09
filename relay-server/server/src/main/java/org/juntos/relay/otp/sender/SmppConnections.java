package org.juntos.relay.otp.sender;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/// Connections to a short message centre that do not wait for ever; over TLS only to the host that
/// was meant.
///
/// @param tls whom to trust; null for no TLS
public record SmppConnections(@Nullable SSLContext tls) implements ConnectionFactory {
  @Override
  public Connection createConnection(String host, int port) throws IOException {
    var socket = new Socket();
    try {
      int patience = Math.toIntExact(Retries.PATIENCE.toMillis());
      socket.connect(new InetSocketAddress(host, port), patience);
      socket.setTcpNoDelay(true);
      return new SocketConnection(tls == null ? socket : secured(tls, socket, host, port));
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  private static Socket secured(SSLContext tls, Socket socket, String host, int port)
      throws IOException {
    var secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, host, port, true);
    var parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.setSoTimeout(Math.toIntExact(Retries.PATIENCE.toMillis()));
    secured.startHandshake();
    return secured;
  }
}
