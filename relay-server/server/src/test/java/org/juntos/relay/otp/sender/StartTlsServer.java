package org.juntos.relay.otp.sender;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLSocket;

/// A mail server that knows STARTTLS and says yes to everything; it keeps what was said in the open
/// and what was said after.
final class StartTlsServer implements AutoCloseable {
  private final LocalCertificate certificate;
  private final ServerSocket listening;
  private final Queue<String> plain = new ConcurrentLinkedQueue<>();
  private final Queue<String> secured = new ConcurrentLinkedQueue<>();

  StartTlsServer(LocalCertificate certificate) throws IOException {
    this.certificate = certificate;
    listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try (var client = listening.accept()) {
        answer(client, "220 hello");
        if (talk(client, plain, "STARTTLS")) {
          try (var safe = secured(client)) {
            talk(safe, secured, "AUTH PLAIN");
          }
        }
      } catch (IOException | GeneralSecurityException _) { // gone, or it does not trust this one
      }
    }
  }

  private SSLSocket secured(Socket client) throws GeneralSecurityException, IOException {
    var factory = certificate.serving().getSocketFactory();
    var safe = (SSLSocket) factory.createSocket(client, null, client.getPort(), false);
    safe.setUseClientMode(false);
    return safe;
  }

  /// Whether the client wants TLS next.
  private static boolean talk(Socket client, Queue<String> heard, String extension)
      throws IOException {
    var lines =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    boolean data = false;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      heard.add(line);
      if (data && !line.equals(".")) {
        continue;
      }
      var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
      data = verb.equals("DATA");
      switch (verb) {
        case "EHLO" -> answer(client, "250-here\r\n250 " + extension);
        case "AUTH" -> answer(client, "235 yes");
        case "DATA" -> answer(client, "354 go on");
        case "STARTTLS" -> {
          answer(client, "220 now");
          return true;
        }
        default -> answer(client, "250 yes");
      }
    }
    return false;
  }

  private static void answer(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  int port() {
    return listening.getLocalPort();
  }

  String plain() {
    return String.join("\n", plain);
  }

  String secured() {
    return String.join("\n", secured);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
