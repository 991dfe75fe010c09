package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.sender.CodeText;
import org.juntos.relay.otp.sender.MailSender;

class StartTest {
  @TempDir Path folder;

  private static Relay start(RelayOptions options) throws RelayStartException {
    return Relay.start(options, InstantSource.system(), new SecureRandom());
  }

  private static String whyNot(RelayOptions options) {
    var thrown = assertThrows(RelayStartException.class, () -> start(options).close());
    var message = String.valueOf(thrown.getMessage());
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private RelayOptions options() {
    return RelayOptions.loopback(folder.resolve("data"));
  }

  @Test
  void a_port_in_use_is_told_and_the_folder_is_free_again() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var message = whyNot(options().withPort(taken.getLocalPort()));
      assertTrue(message.contains("port " + taken.getLocalPort()), message);
      assertTrue(message.contains("in use"), message);
    }
    start(options()).close();
  }

  @Test
  void a_second_relay_on_the_same_folder_is_told() throws Exception {
    try (var first = start(options())) {
      assertTrue(whyNot(options()).contains("another relay"), "port " + first.port());
    }
  }

  @Test
  void a_folder_that_cannot_be_made_is_told() throws Exception {
    Files.writeString(folder.resolve("data"), "a file");
    assertTrue(whyNot(options()).contains("not a folder"));
    var below = RelayOptions.loopback(folder.resolve("data/below"));
    assertTrue(whyNot(below).contains("cannot"), whyNot(below));
  }

  @Test
  void a_damaged_key_is_told() throws Exception {
    start(options()).close();
    Files.writeString(folder.resolve("data/keys/access"), "damaged");
    assertTrue(whyNot(options()).contains("key"), whyNot(options()));
  }

  @Test
  void a_file_for_codes_that_cannot_be_written_is_told() {
    var codes = new OtpDelivery.ToFile(folder.resolve("nowhere/codes"));
    assertTrue(whyNot(options().withOtp(codes)).contains("nowhere"));
  }

  @Test
  void plain_http_beyond_loopback_needs_a_word() throws Exception {
    var open =
        new RelayOptions(
            folder.resolve("data"),
            "0.0.0.0",
            0,
            new Tls.Off(),
            OtpOptions.here(new OtpDelivery.ToLog()),
            false,
            "",
            options().limits(),
            Operating.quiet(),
            options().admission(),
            List.of());
    assertTrue(whyNot(open).contains("--allow-plain"));
    var allowed =
        new RelayOptions(
            open.data(),
            open.host(),
            0,
            open.tls(),
            open.otp(),
            true,
            "chat.example",
            open.limits(),
            open.operating(),
            open.admission(),
            List.of());
    try (var relay = start(allowed)) {
      assertEquals("http://chat.example:" + relay.port(), relay.inviteLink());
    }
  }

  private record Ran(int code, List<RelayOptions> started, String out, String err) {}

  private static Ran command(String... arguments) {
    var started = new ArrayList<RelayOptions>();
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        RelayMain.execute(
            arguments,
            Map.of(),
            options -> started.add(options) ? 0 : 1,
            new PrintWriter(out),
            new PrintWriter(err));
    return new Ran(code, started, out.toString(), err.toString());
  }

  @Test
  void the_command_line_becomes_options() {
    var ran =
        command(
            "--data",
            "d",
            "--port",
            "8443",
            "--host",
            "::1",
            "--tls",
            "c.pem,k.pem",
            "--otp-sender",
            "file:codes",
            "--public-address",
            "chat.example:443",
            "--max-blob-bytes",
            "1000",
            "--no-rate-limits");
    assertEquals(0, ran.code(), ran.err());
    var options = ran.started().getFirst();
    assertEquals(Path.of("d"), options.data());
    assertEquals(8443, options.port());
    assertEquals("::1", options.host());
    assertEquals(new Tls.Files(Path.of("c.pem"), Path.of("k.pem")), options.tls());
    assertEquals(
        OtpOptions.here(new OtpDelivery.ToFile(Path.of("codes"))).channels(),
        options.otp().channels());
    assertEquals("chat.example:443", options.publicAddress());
    assertEquals(1_000, options.limits().blobs().bytes());
  }

  @Test
  void the_command_line_says_who_sends_codes_and_how() {
    var ran =
        command(
            "--data d --port 1 --otp-sender smpps://me@smsc.example --otp-secret env:SMSC"
                .concat(" --otp-from Juntos --otp-email-sender smtp://a%40b.example@mail.example")
                .concat(" --otp-email-secret file:pass --otp-email-from codes@b.example")
                .concat(
                    " --otp-countries de,AT --otp-per-day 7 --otp-per-address 8 --otp-min-entered 0")
                .split(" ", -1));
    assertEquals(0, ran.code(), ran.err());
    var options = ran.started().getFirst();
    var phone = options.otp().channels().get(ContactKind.PHONE);
    var mail = options.otp().channels().get(ContactKind.EMAIL);
    assertEquals(
        new OtpOptions.Channel(
            new OtpDelivery.ToSmpp("smsc.example", 3550, true, "me"),
            new SecretSource.OfEnvironment("SMSC"),
            "Juntos",
            null,
            CodeText.standard()),
        phone);
    assertEquals(
        new OtpOptions.Channel(
            new OtpDelivery.ToMail(
                "mail.example", 587, MailSender.Protection.STARTTLS, "a@b.example"),
            new SecretSource.OfFile(Path.of("pass")),
            "codes@b.example",
            null,
            CodeText.standard()),
        mail);
    assertEquals(Set.of("DE", "AT"), options.otp().countries());
    assertEquals(7, options.limits().codes().budgets().perDay());
    assertEquals(8, options.limits().codes().perAddressPerHour());
    assertFalse(options.limits().codes().budgets().breaker().isOn());
  }

  @Test
  void a_sender_without_its_secret_or_its_name_is_told() throws Exception {
    var hook = new OtpDelivery.ToWebhook(java.net.URI.create("https://example.org/codes"));
    assertTrue(whyNot(options().withOtp(hook)).contains("--otp-secret"));
    var empty = Files.createFile(folder.resolve("empty"));
    var none = whyNot(keptIn(hook, new SecretSource.OfFile(empty)));
    assertTrue(none.contains("no secret"), none);
    var absent = new SecretSource.OfEnvironment("JUNTOS_NO_SUCH_VARIABLE");
    assertTrue(whyNot(keptIn(hook, absent)).contains("JUNTOS_NO_SUCH_VARIABLE"));
    var secret = Files.writeString(folder.resolve("secret"), "hunter2");
    var centre = new OtpDelivery.ToSmpp("127.0.0.1", 1, false, "me");
    assertTrue(whyNot(keptIn(centre, new SecretSource.OfFile(secret))).contains("--otp-from"));
  }

  private RelayOptions keptIn(OtpDelivery delivery, SecretSource secret) {
    var channel = new OtpOptions.Channel(delivery, secret, "", null, CodeText.standard());
    return options().withOtp(OtpOptions.here(Map.of(ContactKind.PHONE, channel)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--port 1",
        "--data d",
        "--data d --port x",
        "--data d --port 70000",
        "--data d --port 1 --tls maybe",
        "--data d --port 1 --tls a.pem,",
        "--data d --port 1 --otp-sender pigeon",
        "--data d --port 1 --otp-sender file:",
        "--data d --port 1 --otp-sender none",
        "--data d --port 1 --otp-sender smtp://mail.example",
        "--data d --port 1 --otp-sender webhook:http://example.org/codes",
        "--data d --port 1 --otp-sender smpp://user:password@127.0.0.1:2775",
        "--data d --port 1 --otp-sender smpp://127.0.0.1:2775",
        "--data d --port 1 --otp-sender smpp://user@127.0.0.1:70000",
        "--data d --port 1 --otp-sender twilio:https://api.example",
        "--data d --port 1 --otp-email-sender smtp-plain://mail.example",
        "--data d --port 1 --otp-email-sender smpp://user@127.0.0.1",
        "--data d --port 1 --otp-secret hunter2",
        "--data d --port 1 --otp-text nothing",
        "--data d --port 1 --otp-countries XX",
        "--data d --port 1 --otp-per-day 0",
        "--data d --port 1 --otp-min-entered 101",
        "--data d --port 1 --roles account",
        "--data d --port 1 --roles mail",
        "--data d --port 1 --max-blob-bytes 0",
        "--data d --port 1 --bogus",
        "--data d --port 1 --public-address a/b",
        "--data d --port 1 extra"
      })
  void a_wrong_command_line_is_one_line_and_code_two(String line) {
    var ran = command(line.isEmpty() ? new String[0] : line.split(" ", -1));
    assertEquals(2, ran.code());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(ran.err().startsWith("juntos relay: "), ran.err());
    assertEquals(List.of(), ran.started());
  }

  @Test
  void help_names_every_option_and_version_the_version() {
    var help = command("--help");
    assertEquals(0, help.code());
    for (var option :
        List.of(
            "--data",
            "--port",
            "--host",
            "--otp-sender",
            "--tls",
            "--allow-plain",
            "--public-address",
            "--max-blob-bytes",
            "--no-rate-limits",
            "--version")) {
      assertTrue(help.out().contains(option), option);
    }
    assertTrue(command("--version").out().contains("0.1.0"));
  }

  @Test
  void a_relay_that_cannot_start_is_one_line_and_code_one() {
    var err = new StringWriter();
    int code =
        RelayMain.execute(
            new String[] {"--data", folder.toString(), "--port", "0"},
            Map.of(),
            _ -> {
              throw new RelayStartException("the reason");
            },
            new PrintWriter(new StringWriter()),
            new PrintWriter(err));
    assertEquals(1, code);
    assertEquals("juntos relay: the reason", err.toString().strip());
  }
}
