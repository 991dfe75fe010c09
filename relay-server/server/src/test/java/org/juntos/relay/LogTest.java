package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.protobuf.ByteString;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.sender.CodeText;
import org.juntos.relay.otp.sender.MailSender;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.AccessKey;
import org.juntos.wire.proto.AccessToken;
import org.juntos.wire.proto.BecomeDiscoverable;
import org.juntos.wire.proto.ClientFrame;
import org.juntos.wire.proto.SendResult;
import org.juntos.wire.proto.StartCodeSession;
import org.slf4j.LoggerFactory;

class LogTest {
  private static final ByteString ACCESS_KEY = ByteString.copyFromUtf8("a key to a door.");

  @TempDir Path folder;

  @Test
  void no_log_line_of_the_relay_names_a_number_code_token_account_or_content() throws Exception {
    silent("org.juntos.relay", this::talk);
  }

  @Test
  void no_log_line_of_a_sender_names_a_contact_code_or_secret() throws Exception {
    var log = silent(Logger.ROOT_LOGGER_NAME, this::send);
    for (var sender : List.of("SmppSender", "WebhookSender", "FormSender")) {
      assertTrue(log.contains("event=code_not_sent kind=phone sender=" + sender), log);
    }
  }

  /// Codes that go out, and codes that do not.
  private List<String> send() throws Exception {
    var canaries = new ArrayList<>(List.of("15112345678", "canary", "bird.example", "127.0.0.1"));
    canaries.add(mailed());
    var smpp = new OtpDelivery.ToSmpp("127.0.0.1", 1, false, "canary");
    assertEquals(503, phoned("smpp", smpp));
    var told = new ArrayList<String>();
    var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", exchange -> repeat(exchange, told));
    gateway.start();
    try {
      var address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/");
      assertEquals(503, phoned("webhook", new OtpDelivery.ToWebhook(address)));
      assertEquals(503, phoned("form", new OtpDelivery.ToForm(address, "canary")));
    } finally {
      gateway.stop(0);
    }
    assertEquals(2, told.size());
    var code = Pattern.compile("\\b[0-9]{6}\\b");
    told.forEach(body -> code.matcher(body).results().forEach(one -> canaries.add(one.group())));
    assertEquals(7, Set.copyOf(canaries).size(), "three codes are looked for");
    return canaries;
  }

  /// Refuses a code and says all of it again.
  private static void repeat(HttpExchange exchange, List<String> told) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      told.add(new String(body, StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(400, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /// What the relay answers to a phone when `delivery` carries its codes.
  private int phoned(String name, OtpDelivery delivery) throws Exception {
    var secret = new SecretSource.OfFile(Files.writeString(folder.resolve("pw"), "canary-secret"));
    var channel = new OtpOptions.Channel(delivery, secret, "+15550100", null, CodeText.standard());
    var otp = OtpOptions.here(Map.of(ContactKind.PHONE, channel));
    var options = RelayOptions.loopback(folder.resolve(name)).withOtp(otp);
    try (var relay = Relay.start(options, InstantSource.system(), new SecureRandom())) {
      var client = new WireClient(RunningRelay.elsewhere(relay.address().toString(), folder));
      var start = StartCodeSession.newBuilder().setPhoneNumber("+4915112345678").build();
      return client.post(Paths.REGISTRATION_SESSIONS, start, "").status();
    }
  }

  /// The code that went out by mail.
  private String mailed() throws Exception {
    var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    mail.start();
    try {
      int port = mail.getSmtp().getPort();
      var smtp = new OtpDelivery.ToMail("127.0.0.1", port, MailSender.Protection.NONE, "");
      var text = CodeText.standard();
      var mails = new OtpOptions.Channel(smtp, null, "codes@relay.example", null, text);
      var otp = OtpOptions.here(Map.of(ContactKind.EMAIL, mails));
      var options = RelayOptions.loopback(folder.resolve("mail")).withOtp(otp);
      try (var relay = Relay.start(options, InstantSource.system(), new SecureRandom())) {
        var client = new WireClient(RunningRelay.elsewhere(relay.address().toString(), folder));
        var start = StartCodeSession.newBuilder().setEmail("canary@bird.example").build();
        assertEquals(201, client.post(Paths.REGISTRATION_SESSIONS, start, "").status());
        assertEquals(429, client.post(Paths.REGISTRATION_SESSIONS, start, "").status());
        return String.valueOf(mail.getReceivedMessages()[0].getContent()).substring(0, 6);
      }
    } finally {
      mail.stop();
    }
  }

  @FunctionalInterface
  private interface Talk {
    /// What must not be found.
    List<String> canaries() throws Exception;
  }

  /// The log, which names none of the canaries.
  private static String silent(String name, Talk talk) throws Exception {
    var appender = new ListAppender<ILoggingEvent>();
    appender.start();
    var logger = (Logger) LoggerFactory.getLogger(name);
    var relay = (Logger) LoggerFactory.getLogger("org.juntos.relay");
    var before = relay.getLevel();
    relay.setLevel(Level.TRACE);
    logger.addAppender(appender);
    List<String> canaries;
    try {
      canaries = talk.canaries();
    } finally {
      logger.detachAppender(appender);
      relay.setLevel(before);
    }
    var log = new StringBuilder();
    for (var event : List.copyOf(appender.list)) {
      if (event.getLoggerName().startsWith("com.icegreen")) {
        continue; // the mail server of the test
      }
      log.append(event.getFormattedMessage()).append('\n');
      var thrown = event.getThrowableProxy();
      log.append(thrown == null ? "" : thrown.getMessage()).append('\n');
    }
    assertTrue(log.toString().contains("event=request"), "nothing was logged at all");
    for (var canary : canaries) {
      assertFalse(log.toString().contains(canary), "in the log: " + canary + "\n" + log);
    }
    return log.toString();
  }

  private List<String> talk() throws Exception {
    var content = "the canary sings at dawn";
    try (var relay = RunningRelay.watched(folder)) {
      var alice = TestDevice.register(relay, "+4915112345678");
      var code = relay.codeFor("+4915112345678");
      try (var stream = alice.stream()) {
        stream.send(
            1, UUID.randomUUID(), alice.address(), content.getBytes(StandardCharsets.UTF_8));
        stream.delivery();
        stream.raw("not a frame \u00ff".getBytes(StandardCharsets.UTF_8));
      }
      alice.client().get(Paths.ACCOUNTS + "/" + alice.account() + "/keys", alice.token());
      alice.client().get(Paths.BLOBS + "/" + alice.account(), alice.token());
      alice.client().get("/nowhere/" + alice.account() + "?" + content.replace(' ', '+'), "");
      alice.client().get(Paths.KEY_COUNT, "forged." + content.replace(' ', '.'));
      upload(alice, content);
      anonymously(relay, alice, content);
      discover(alice);
      var secret = operate(alice);
      var issued = alice.client().post(Paths.TOKENS, alice.issueToken(), "");
      var token = AccessToken.parseFrom(issued.body()).getToken();
      var deviceSecret = alice.registration().getDeviceSecret().toByteArray();
      return List.of(
          "15112345678",
          code,
          alice.token(),
          token,
          alice.account().toString(),
          alice.account().bytes().hex(),
          Base64.getEncoder().encodeToString(deviceSecret),
          Base64.getUrlEncoder().withoutPadding().encodeToString(ACCESS_KEY.toByteArray()),
          secret,
          "canary",
          "127.0.0.1");
    }
  }

  /// Is found by a number, and asks to be by one that is another's.
  private static void discover(TestDevice alice) throws Exception {
    for (var number : List.of("+4915112345678", "+4915112345679", "015112345678")) {
      var listed = BecomeDiscoverable.newBuilder().setNumber(number).build();
      alice.client().put(Paths.DISCOVERY, listed, alice.token());
    }
    alice.client().get(Paths.DISCOVERY_BUCKETS + "/1", alice.token());
    alice.client().get(Paths.DISCOVERY_BUCKETS + "/15112345678", alice.token());
  }

  /// All that can be done with an access key, and without the right one.
  private static void anonymously(RunningRelay relay, TestDevice alice, String content)
      throws Exception {
    var key = AccessKey.newBuilder().setKey(ACCESS_KEY).build();
    alice.client().put(Paths.ACCESS_KEY, key, alice.token());
    var shown = Base64.getUrlEncoder().withoutPadding().encodeToString(ACCESS_KEY.toByteArray());
    var path = Paths.ACCOUNTS + "/" + alice.account() + "/keys";
    for (var header : List.of(shown, "canary")) {
      alice.client().call("GET", path, null, Map.of(Paths.ACCESS_KEY_HEADER, header), "");
    }
    TestStream.withToken(relay, alice.client(), Paths.ANONYMOUS, alice.token())
        .next(TestStream.Event.Failed.class);
    try (var stream = TestStream.anonymous(relay, alice.client())) {
      var body = content.getBytes(StandardCharsets.UTF_8);
      var send = TestStream.message(1, UUID.randomUUID(), alice.address(), body);
      stream.frame(ClientFrame.newBuilder().setSend(send).build());
      assertEquals(SendResult.Status.ACCESS_DENIED, stream.result().getStatus());
      var opened = send.toBuilder().addAccessKeys(ACCESS_KEY);
      stream.frame(ClientFrame.newBuilder().setSend(opened).build());
      assertEquals(SendResult.Status.ACCEPTED, stream.result().getStatus());
    }
  }

  private static void upload(TestDevice device, String content) throws Exception {
    var body = content.getBytes(StandardCharsets.UTF_8);
    var length = Map.of("Upload-Length", String.valueOf(body.length));
    var made = device.client().call("POST", Paths.BLOBS, new byte[0], length, device.token());
    var headers = Map.of("Upload-Offset", "0", "Content-Type", "application/offset+octet-stream");
    device.client().call("PATCH", made.header("Location"), body, headers, device.token());
    device.client().get(made.header("Location"), device.token());
    device.client().call("PATCH", made.header("Location"), body, headers, device.token());
    device.client().post(Paths.REGISTRATION_SESSIONS + "/canary/code", device.issueToken(), "");
  }

  /// All that an operator can do, and what fails; the secret of the operator's port.
  private String operate(TestDevice device) throws Exception {
    var id = device.account().toString();
    for (var words :
        List.of(
            "accounts",
            "show " + id,
            "suspend " + id,
            "resume " + id,
            "audit",
            "limits",
            "sweep")) {
      command("admin --data " + folder.resolve("data") + " " + words);
    }
    command("backup --data " + folder.resolve("data") + " --to " + folder.resolve("canary"));
    command("restore --from " + folder.resolve("canary") + " --data " + folder.resolve("data"));
    return Files.readString(folder.resolve("data/admin.json"))
        .replaceAll(".*\"secret\":\"([^\"]+)\".*", "$1");
  }

  private static void command(String line) {
    var nowhere = new PrintWriter(Writer.nullWriter());
    RelayMain.execute(line.split(" ", -1), Map.of(), _ -> 0, nowhere, nowhere);
  }

  @Test
  void the_data_folder_holds_no_number_and_no_code() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      TestDevice.register(relay, "+4915112345678");
    }
    try (var files = Files.walk(folder.resolve("data"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("15112345678"), "the number is in " + file);
      }
    }
  }
}
