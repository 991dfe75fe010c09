package org.juntos.relay.turn;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// A way to a TURN server.
sealed interface TurnLink extends Closeable {
  /// Sends `request` and waits for what answers it.
  StunMessage ask(StunMessage request, byte[] bytes) throws IOException;

  /// Reaches out to `server`.
  static TurnLink to(TurnUri server, Duration patience) throws IOException {
    var address = new InetSocketAddress(server.host(), server.port());
    if (address.isUnresolved()) {
      throw new UnknownHostException(server.host());
    }
    int millis = (int) patience.toMillis();
    return switch (server.transport()) {
      case UDP -> Datagrams.to(address, millis);
      case TCP -> Bytes.to(address, millis);
      case TLS -> Bytes.secured(address, millis, server.host());
    };
  }

  /// UDP: what is lost is sent again.
  record Datagrams(DatagramSocket socket, int tries) implements TurnLink {
    private static final int TRIES = 4;
    private static final int LARGEST = 2_048;

    static Datagrams to(InetSocketAddress server, int millis) throws IOException {
      var socket = new DatagramSocket();
      socket.connect(server);
      socket.setSoTimeout(millis / TRIES);
      return new Datagrams(socket, TRIES);
    }

    @Override
    public StunMessage ask(StunMessage request, byte[] bytes) throws IOException {
      for (int i = 0; i < tries; i++) {
        socket.send(new DatagramPacket(bytes, bytes.length));
        try {
          return answer(request);
        } catch (SocketTimeoutException _) { // again
        }
      }
      throw new SocketTimeoutException("no answer");
    }

    private StunMessage answer(StunMessage request) throws IOException {
      while (true) {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        socket.receive(packet);
        var whole = Arrays.copyOf(packet.getData(), packet.getLength());
        var message = StunMessage.parse(whole);
        if (message.answers(request)) {
          return message;
        }
      }
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  /// TCP or TLS: messages one after the other.
  record Bytes(Socket socket) implements TurnLink {
    static Bytes to(InetSocketAddress server, int millis) throws IOException {
      var socket = new Socket();
      socket.connect(server, millis);
      socket.setSoTimeout(millis);
      return new Bytes(socket);
    }

    static Bytes secured(InetSocketAddress server, int millis, String host) throws IOException {
      var plain = to(server, millis).socket();
      var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
      var socket = (SSLSocket) factory.createSocket(plain, host, server.getPort(), true);
      var checked = socket.getSSLParameters();
      checked.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(checked);
      socket.startHandshake();
      return new Bytes(socket);
    }

    @Override
    public StunMessage ask(StunMessage request, byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      var in = new DataInputStream(socket.getInputStream());
      while (true) {
        var message = new ByteArrayOutputStream();
        var header = in.readNBytes(StunMessage.HEADER_BYTES);
        if (header.length < StunMessage.HEADER_BYTES) {
          throw new IOException("the connection was closed");
        }
        message.writeBytes(header);
        message.writeBytes(in.readNBytes(StunMessage.length(header)));
        var parsed = StunMessage.parse(message.toByteArray());
        if (parsed.answers(request)) {
          return parsed;
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
