package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.juntos.relay.admission.AdmissionLimits;
import org.juntos.relay.admission.Way;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.otp.ContactKind;

class SettingsTest {
  private static final Path SAMPLE = Path.of("../relay.conf");

  @TempDir Path folder;

  private record Ran(int code, List<RelayOptions> started, String out, String err) {}

  private static Ran run(Map<String, String> environment, String... arguments) {
    var started = new ArrayList<RelayOptions>();
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        RelayMain.execute(
            arguments,
            environment,
            options -> started.add(options) ? 0 : 1,
            new PrintWriter(out),
            new PrintWriter(err));
    return new Ran(code, started, out.toString(), err.toString());
  }

  private String file(String... lines) throws IOException {
    return Files.write(folder.resolve("relay.conf"), List.of(lines)).toString();
  }

  @Test
  void the_command_line_outranks_the_environment_and_that_the_file_and_that_the_default()
      throws IOException {
    var file =
        file(
            "data = /var/lib/juntos",
            "port = 1",
            "host = 192.0.2.1",
            "max-queue-envelopes = 7",
            "max-blob-bytes = 1 MiB");
    var environment =
        Map.of("JUNTOS_RELAY_PORT", "2", "JUNTOS_RELAY_HOST", "192.0.2.2", "OTHER", "x");
    var ran = run(environment, "--config", file, "--port", "3");
    assertEquals(0, ran.code(), ran.err());
    var options = ran.started().getFirst();
    assertEquals(3, options.port());
    assertEquals("192.0.2.2", options.host());
    assertEquals(Path.of("/var/lib/juntos"), options.data());
    assertEquals(7, options.limits().mailbox().envelopes());
    assertEquals(1 << 20, options.limits().blobs().bytes());
    assertEquals(RelayLimits.standard().mailbox().bytes(), options.limits().mailbox().bytes());
  }

  @Test
  void the_file_may_be_named_by_the_environment_and_may_name_the_environment() throws IOException {
    var file = file("data = ${?WHERE}", "port = 1", "allow-plain = true");
    var ran = run(Map.of("JUNTOS_RELAY_CONFIG", file, "WHERE", "here"));
    assertEquals(0, ran.code(), ran.err());
    assertEquals(Path.of("here"), ran.started().getFirst().data());
    assertTrue(ran.started().getFirst().allowPlain());
  }

  @Test
  void the_defaults_of_the_command_are_those_of_the_code() {
    var options = run(Map.of(), "--data", "d", "--port", "1").started().getFirst();
    assertEquals(RelayLimits.standard(), options.limits());
    assertEquals(RelayOptions.loopback(Path.of("d")).tls(), options.tls());
    assertEquals(Operating.quiet().withAdminPort(), options.operating());
    var otp = RelayOptions.loopback(Path.of("d")).otp();
    assertEquals(otp.channels(), options.otp().channels());
    assertEquals(otp.roles(), options.otp().roles());
  }

  @Test
  void a_process_without_the_otp_role_can_be_set_up_by_a_file() throws IOException {
    var file =
        file(
            "data = d",
            "port = 1",
            "roles = account",
            "otp-keys = \"https://one.example,https://two.example\"",
            "otp-url = \"https://one.example,https://two.example\"",
            "otp-kinds = \"phone,email\"");
    var ran = run(Map.of("JUNTOS_RELAY_OTP_COUNTRIES", "de,AT"), "--config", file);
    assertEquals(0, ran.code(), ran.err());
    var otp = ran.started().getFirst().otp();
    var both = List.of("https://one.example", "https://two.example");
    assertEquals(Set.of(Role.ACCOUNT), otp.roles());
    assertEquals(both, otp.issuers());
    assertEquals(both, otp.addresses());
    assertEquals(Set.of(ContactKind.PHONE, ContactKind.EMAIL), otp.kinds());
    assertEquals(Set.of("DE", "AT"), otp.countries());
    var given = run(Map.of(), "--config", file, "--otp-url", "a", "--otp-url", "b");
    assertEquals(List.of("a", "b"), given.started().getFirst().otp().addresses());
    var shown = run(Map.of(), "config", "show", "--config", file, "--otp-url=a", "--otp-url=b");
    assertTrue(shown.out().contains("otp-url = \"a,b\"  # --otp-url"), shown.out());
  }

  @Test
  void ways_in_are_set_up_by_a_file_and_without_codes_nothing_sends_them() throws IOException {
    var ran =
        run(
            Map.of("JUNTOS_RELAY_OPENID_CLIENT", "juntos"),
            "--config",
            file(
                "data = d",
                "port = 1",
                "otp-sender = none",
                "admission = \"invite,openid\"",
                "openid-issuer = \"https://login.example.org\"",
                "openid-secret = \"env:HUSH\"",
                "openid-name = Example"));
    assertEquals(0, ran.code(), ran.err());
    var admission = ran.started().getFirst().admission();
    assertEquals(Set.of(Way.INVITE, Way.OPENID), admission.ways());
    assertEquals(AdmissionLimits.standard(), admission.limits());
    assertEquals(
        new OpenIdOptions(
            "https://login.example.org",
            "juntos",
            new SecretSource.OfEnvironment("HUSH"),
            "Example"),
        admission.openId());
    assertTrue(ran.started().getFirst().otp().channels().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://login.example.org | juntos | --openid-issuer: must be an https address",
        "https://login.example.org | '' | --openid-client: the identity provider knows a client",
        "login | juntos | --openid-issuer: must be an https address",
      })
  void an_identity_provider_is_known_by_an_address_that_nobody_reads_along(
      String issuer, String client, String why) {
    var ran =
        run(
            Map.of(),
            "--data=d",
            "--port=1",
            "--admission=openid",
            "--openid-issuer=" + issuer,
            "--openid-client=" + client);
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains(why), ran.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port = 70000 | line 2: | must be 0 to 65535",
        "port = eight | line 2: | must be 0 to 65535",
        "prot = 1 | line 2: unknown setting prot | port",
        "console = everywhere | line 2: | must be off, local, or the name",
        "admin-port = never | line 2: | must be off or 0 to 65535",
        "tls = maybe | line 2: | must be off, auto, or CERT.pem,KEY.pem",
        "otp-sender = pigeon | line 2: | must be log, file:PATH",
        "otp-email-sender = \"smpp://a@b\" | line 2: | other kind",
        "otp-secret = hunter2 | line 2: | file:PATH or env:NAME",
        "otp-countries = \"DE,XX\" | line 2: | no country XX",
        "otp-per-day = 0 | line 2: | from 1",
        "otp-min-entered = 101 | line 2: | 0 to 100",
        "otp-text = nothing | line 2: | {code}",
        "roles = mail | line 2: | must be account or otp",
        "otp-kinds = letter | line 2: | must be phone or email",
        "admission = friends | line 2: | must be code or invite or password or openid or open",
        "admission = \"\" | line 2: | a way in",
        "tries-per-name = 0 | line 2: | from 1",
        "max-queue-envelopes = 0 | line 2: | from 1",
        "max-queue-envelopes = 99999999999 | line 2: | from 1",
        "max-blob-bytes = 0 | line 2: | from 1",
        "max-blob-bytes = 9 parsec | line 2: | KiB",
        "max-blob-bytes = 9999999 TiB | line 2: | from 1",
        "drain-seconds = -1 | line 2: | must be 0 to 3600",
        "log-addresses-minutes = 1441 | line 2: | must be 0 to 1440",
        "log = loud | line 2: | must be auto, text or json",
        "allow-plain = perhaps | line 2: | boolean",
        "public-addresses = \"eu=https://\" | line 2: | HOST:PORT",
        "public-addresses = \"EU=a.example\" | line 2: | a-z",
        "public-addresses = \"a.example:99999\" | line 2: | HOST:PORT",
        "public-addresses = \"juntos://relay/a.example\" | line 2: | invite link",
        "public-addresses = \"a.example,x=a.example\" | line 2: | twice",
        "port = [1, 2] | line 2: | one word",
        "limits { port = 1 } | line 2: | one word",
        "port = { | line | ",
        "port = ${NOT_THERE} | line 2: | NOT_THERE"
      })
  void what_is_wrong_in_the_file_is_told_with_file_line_and_what_is_allowed(
      String line, String place, String allowed) throws IOException {
    var file = file("data = d", line);
    var env = line.startsWith("port") ? Map.<String, String>of() : Map.of("JUNTOS_RELAY_PORT", "1");
    var ran = run(env, "config", "check", "--config", file);
    assertEquals(2, ran.code(), ran.out());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(ran.err().startsWith("juntos relay: " + file + " " + place), ran.err());
    assertTrue(ran.err().contains(allowed == null ? "" : allowed), ran.err());
  }

  @Test
  void what_is_wrong_in_the_environment_is_told_with_the_variable() {
    var wrong = run(Map.of("JUNTOS_RELAY_PORT", "x"), "--data", "d");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("environment JUNTOS_RELAY_PORT: "), wrong.err());
    var unknown = run(Map.of("JUNTOS_RELAY_PROT", "1"), "--data", "d", "--port", "1");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("JUNTOS_RELAY_PROT"), unknown.err());
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    var ran = run(Map.of(), "--config", folder.resolve("none").toString());
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("cannot read the settings file"), ran.err());
  }

  @Test
  void a_wrong_value_on_the_command_line_is_not_blamed_on_the_file() throws IOException {
    var file = file("data = d", "port = 1");
    var ran = run(Map.of(), "--config=" + file, "--port=70000");
    assertFalse(ran.err().contains("line"), ran.err());
    assertTrue(ran.err().contains("must be 0 to 65535"), ran.err());
  }

  @Test
  void check_says_when_all_is_good_and_starts_nothing() throws IOException {
    var ran = run(Map.of(), "config", "check", "--config", file("data = d", "port = 1"));
    assertEquals(0, ran.code(), ran.err());
    assertEquals("the settings are good\n", ran.out());
    assertEquals(List.of(), ran.started());
    assertEquals(2, run(Map.of(), "config").code());
    assertEquals(2, run(Map.of(), "config", "check").code());
  }

  @Test
  void show_tells_every_setting_and_where_it_comes_from() throws IOException {
    var file = file("", "data = d");
    var ran =
        run(
            Map.of("JUNTOS_RELAY_HOST", "::1"),
            "config",
            "show",
            "--config",
            file,
            "--port",
            "8443",
            "--allow-plain");
    assertEquals(0, ran.code(), ran.err());
    var lines = ran.out().lines().toList();
    assertTrue(lines.contains("data = d  # " + file + " line 2"), ran.out());
    assertTrue(lines.contains("port = 8443  # --port"), ran.out());
    assertTrue(lines.contains("host = \"::1\"  # environment JUNTOS_RELAY_HOST"), ran.out());
    assertTrue(lines.contains("allow-plain = true  # --allow-plain"), ran.out());
    assertTrue(lines.contains("max-queue-envelopes = 100000  # default"), ran.out());
    assertTrue(lines.contains("public-address = \"\"  # default"), ran.out());
  }

  @Test
  void what_may_be_a_secret_is_not_shown() throws IOException {
    var file =
        file(
            "data = d",
            "port = 1",
            "otp-sender = \"webhook:https://hooks.example/services/T0/hunter2\"",
            "otp-secret = \"env:HUNTER\"");
    var shown = run(Map.of("HUNTER", "x"), "config", "show", "--config", file).out();
    assertFalse(shown.contains("hunter2") || shown.contains("HUNTER"), shown);
    assertTrue(shown.contains("otp-sender = \"webhook:https://hooks.example/***\""), shown);
    assertTrue(shown.contains("otp-secret = \"***\""), shown);
  }

  @Test
  void the_sample_file_names_every_setting_at_its_default() throws IOException {
    var sample = run(Map.of(), "config", "sample").out();
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(SAMPLE, sample);
    }
    assertEquals(Files.readString(SAMPLE), sample, "run with -Dgolden=update");
    var shown = run(Map.of(), "config", "show", "--data", "d", "--port", "1").out();
    for (var line : shown.lines().toList()) {
      assertTrue(sample.contains("\n#" + line.replaceAll(" = .*", " = ")), line);
    }
  }

  @Test
  void the_sample_file_says_nothing_until_its_lines_are_uncommented() throws IOException {
    var bare = run(Map.of(), "--data", "d", "--port", "1").started().getFirst();
    var commented = run(Map.of(), "--config", SAMPLE.toString(), "--data", "d", "--port", "1");
    assertEquals(List.of(bare), commented.started(), commented.err());
    var setting = Pattern.compile("(?m)^#([a-z-]+ = )");
    var text = setting.matcher(Files.readString(SAMPLE)).replaceAll("$1");
    var file = folder.resolve("all.conf");
    Files.writeString(
        file, text.replace("data = \"\"", "data = d").replace("port = \"\"", "port = 1"));
    var all = run(Map.of(), "--config", file.toString());
    assertEquals(List.of(bare), all.started(), all.err());
  }
}
