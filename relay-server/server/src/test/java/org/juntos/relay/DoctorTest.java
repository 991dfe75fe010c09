package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.backup.Backup;
import org.juntos.wire.Paths;

class DoctorTest {
  @TempDir Path folder;
  private final Instant now = InstantSource.system().instant();

  private DoctorRun doctor(int port, String... more) {
    return DoctorRun.of(folder.resolve("data"), port, more);
  }

  private Finding finding(RelayOptions options, Instant at, String check) {
    return Doctor.examine(options, InstantSource.fixed(at), new SecureRandom(), Map.of()).stream()
        .filter(finding -> finding.check().equals(check))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_relay_that_runs_well_is_told_in_eleven_lines() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      TestDevice.register(relay, "+4915112345678");
      Backup.make(folder.resolve("data"), folder.resolve("copy"), now);
      var ran = doctor(relay.relay().port());
      assertEquals(0, ran.code(), ran.out());
      assertEquals(11, ran.out().lines().count(), ran.out());
      for (var check : List.of("settings", "data", "disk", "clock", "tls", "database", "backup")) {
        assertTrue(ran.line(check).startsWith("ok "), ran.out());
      }
      assertTrue(ran.line("port").contains("answers"), ran.out());
      assertTrue(ran.line("sender").startsWith("warning"), ran.out());
      assertTrue(ran.line("sender").contains("next: "), ran.out());
    }
  }

  @Test
  void it_can_be_read_by_programs() throws Exception {
    var json = doctor(DoctorRun.freePort(), "--json");
    assertEquals(0, json.code(), json.out());
    var list = JSON.std.listFrom(json.out());
    assertEquals(11, list.size());
    assertTrue(json.out().contains("\"check\":\"disk\""), json.out());
    assertEquals(2, doctor(70_000).code(), "settings that are wrong are told as ever");
  }

  @Test
  void pushes_that_cannot_be_made_as_the_settings_say_are_told() throws Exception {
    int port = DoctorRun.freePort();
    assertTrue(doctor(port).line("push").startsWith("warning"), "it names nobody");
    assertTrue(doctor(port, "--push-contact", "mailto:a@b.example").line("push").startsWith("ok "));
    assertTrue(doctor(port, "--push", "off").line("push").startsWith("ok "));
    assertTrue(doctor(port, "--push-anywhere").line("push").contains("push-anywhere = false"));
    var key = Files.writeString(folder.resolve("key.p8"), "nothing");
    var apns =
        doctor(
            port,
            "--push-apns=" + key,
            "--push-apns-key=K",
            "--push-apns-team=T",
            "--push-apns-topic=org.juntos");
    assertTrue(apns.line("push").startsWith("failure"), apns.out());
    assertTrue(apns.line("push").contains("its key is no EC key"), apns.out());
    assertEquals(2, doctor(port, "--push-apns=" + key).code());
    assertEquals(2, doctor(port, "--push", "yes").code());
    assertEquals(2, doctor(port, "--push-contact", "admin").code());
    assertEquals(2, doctor(port, "--push-fcm=x", "--push-fcm-address=http://x").code());
  }

  @Test
  void a_folder_that_others_can_read_fails() throws Exception {
    var data = Files.createDirectories(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    var ran = doctor(DoctorRun.freePort());
    assertEquals(1, ran.code());
    assertTrue(ran.line("data").startsWith("failure"), ran.out());
    assertTrue(ran.line("data").contains("next: chmod"), ran.out());
  }

  @Test
  void a_damaged_database_fails() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      TestDevice.register(relay, "+4915112345678");
    }
    var file = folder.resolve("data/relay.db");
    var bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4096 * 3, 4096 * 3 + 64, (byte) 0);
    Files.write(file, bytes);
    var ran = doctor(DoctorRun.freePort());
    assertEquals(1, ran.code());
    assertTrue(ran.line("database").startsWith("failure"), ran.out());
    assertTrue(ran.line("database").contains("restore"), ran.out());
  }

  @Test
  void a_port_that_somebody_else_has_fails() throws Exception {
    try (var taken = new ServerSocket(0)) {
      Thread.ofVirtual()
          .start(() -> {
            try (var caller = taken.accept()) {
              caller.getOutputStream().write(new byte[] {50, 50, 48, 10});
            } catch (IOException _) { // the test is over
              Thread.currentThread().interrupt();
            }
          });
      var ran = doctor(taken.getLocalPort());
      assertEquals(1, ran.code());
      assertTrue(ran.line("port").contains("something else"), ran.out());
    }
  }

  @Test
  void a_clock_that_went_back_fails() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      TestDevice.register(relay, "+4915112345678");
    }
    var options = RelayOptions.loopback(folder.resolve("data"));
    assertEquals(Finding.Level.OK, finding(options, now, "clock").level());
    Files.setLastModifiedTime(
        folder.resolve("data/relay.db"), FileTime.from(now.plus(Duration.ofHours(1))));
    assertEquals(Finding.Level.FAILURE, finding(options, now, "clock").level());
    assertEquals(Finding.Level.FAILURE, finding(options, Instant.EPOCH, "clock").level());
  }

  @Test
  void a_certificate_of_ones_own_warns_before_it_is_over_and_fails_after() throws Exception {
    var options = RelayOptions.loopback(folder.resolve("data")).withTls(new Tls.SelfSigned());
    assertEquals(Finding.Level.OK, finding(options, now, "tls").level());
    try (var relay = Relay.start(options, InstantSource.system(), new SecureRandom())) {
      assertTrue(relay.port() > 0);
    }
    var end = now.plus(Duration.ofDays(3_650));
    assertEquals(Finding.Level.OK, finding(options, now, "tls").level());
    assertEquals(
        Finding.Level.WARNING, finding(options, end.minus(Duration.ofDays(2)), "tls").level());
    assertEquals(
        Finding.Level.FAILURE, finding(options, end.plus(Duration.ofDays(2)), "tls").level());
    Files.writeString(folder.resolve("data/keys/tls.p12"), "damaged");
    assertEquals(Finding.Level.FAILURE, finding(options, now, "tls").level());
  }

  private DoctorRun sending(String how, String... more) throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "hush");
    var kind = how.startsWith("smtp") ? "--otp-email" : "--otp";
    var words = new ArrayList<>(List.of(kind + "-sender", how, kind + "-secret", "file:" + secret));
    words.addAll(List.of(kind + "-from", "codes@relay.example"));
    words.addAll(Arrays.asList(more));
    return doctor(DoctorRun.freePort(), words.toArray(new String[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhook:http://127.0.0.1:PORT/codes",
        "twilio:http://me@127.0.0.1:PORT",
        "smpp://me@127.0.0.1:PORT",
        "smpps://me@127.0.0.1:PORT",
        "smtp://me@127.0.0.1:PORT",
        "smtps://me@127.0.0.1:PORT",
        "smtp-plain://127.0.0.1:PORT"
      })
  void who_carries_codes_is_connected_to_and_sent_nothing(String sender) throws Exception {
    var none = sender.startsWith("smtp") ? new String[] {"--otp-sender", "none"} : new String[0];
    try (var there = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      int port = there.getLocalPort();
      var ran = sending(sender.replace("PORT", String.valueOf(port)), none);
      assertTrue(ran.line("sender").startsWith("ok "), ran.out());
      assertTrue(ran.line("sender").contains("127.0.0.1 port " + port), ran.out());
      assertEquals(-1, there.accept().getInputStream().read(), "nothing was sent");
    }
    var ran = sending(sender.replace("PORT", "1"), none); // where nobody listens
    assertEquals(1, ran.code(), ran.out());
    assertTrue(ran.line("sender").startsWith("failure"), ran.out());
    assertTrue(ran.line("sender").contains("does not answer"), ran.out());
  }

  @Test
  void a_sender_that_lacks_something_fails_and_so_says_each_of_two() throws Exception {
    var hook = "webhook:https://127.0.0.1/codes";
    var bare = doctor(DoctorRun.freePort(), "--otp-sender", hook);
    assertEquals(1, bare.code());
    assertTrue(bare.line("sender").contains("needs a secret"), bare.out());
    var absent =
        doctor(DoctorRun.freePort(), "--otp-sender", hook, "--otp-secret", "env:NO_SUCH_NAME");
    assertTrue(absent.line("sender").contains("NO_SUCH_NAME"), absent.out());
    var authority = sending(hook, "--otp-ca", folder.resolve("none.pem").toString());
    assertTrue(authority.line("sender").contains("none.pem"), authority.out());
    var file = "file:" + folder.resolve("codes");
    var two = doctor(DoctorRun.freePort(), "--otp-email-sender", file);
    assertTrue(two.out().contains("one-time codes (phone) are only printed"), two.out());
    assertTrue(two.out().contains("one-time codes (email) go to"), two.out());
  }

  @Test
  void otp_processes_elsewhere_are_looked_for() throws Exception {
    try (var otp = RunningRelay.in(folder.resolve("elsewhere"))) {
      var keys = folder.resolve("keys.json");
      Files.writeString(keys, new WireClient(otp).get(Paths.CODE_KEYS, "").text());
      var place = "127.0.0.1:" + otp.relay().port();
      var good = elsewhere(keys.toString(), "juntos://relay/" + place + "#pin");
      assertEquals(0, good.code(), good.out());
      assertTrue(good.out().contains("are in " + keys), good.out());
      assertTrue(good.out().contains("port " + otp.relay().port() + ", which answers"), good.out());
      var web = elsewhere("http://" + place, "http://" + place);
      assertEquals(0, web.code(), web.out());
    }
    Files.writeString(folder.resolve("keys.json"), "damaged");
    var bad =
        elsewhere(
            folder.resolve("keys.json").toString(), "http://127.0.0.1:" + DoctorRun.freePort());
    assertEquals(1, bad.code(), bad.out());
    assertTrue(bad.out().contains("cannot read the keys"), bad.out());
    assertTrue(bad.out().contains("does not answer"), bad.out());
    assertTrue(elsewhere("no:// address", "none").out().contains("is no address"));
  }

  private DoctorRun elsewhere(String keys, String url) throws IOException {
    return doctor(DoctorRun.freePort(), "--roles", "account", "--otp-keys", keys, "--otp-url", url);
  }

  @Test
  void a_damaged_database_of_codes_fails_too() throws Exception {
    try (var relay = RunningRelay.in(folder)) {
      TestDevice.register(relay, "+4915112345678");
    }
    Files.writeString(folder.resolve("data/otp.db"), "damaged");
    var ran = doctor(DoctorRun.freePort());
    assertEquals(1, ran.code());
    assertTrue(ran.line("database").contains("otp.db"), ran.out());
  }

  @Test
  void an_old_backup_warns_and_none_too() throws Exception {
    var options = RelayOptions.loopback(folder.resolve("data"));
    assertEquals(Finding.Level.WARNING, finding(options, now, "backup").level());
    try (var relay = RunningRelay.in(folder)) {
      TestDevice.register(relay, "+4915112345678");
      Backup.make(folder.resolve("data"), folder.resolve("copy"), now);
    }
    assertEquals(Finding.Level.OK, finding(options, now, "backup").level());
    var later = now.plus(Duration.ofDays(8));
    assertEquals(Finding.Level.WARNING, finding(options, later, "backup").level());
  }
}
