package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.log.LogSetup;
import org.juntos.wire.Paths;
import org.slf4j.LoggerFactory;

class EventLogTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern LOGGED =
      Pattern.compile("LOG\\.(?:trace|debug|info|warn|error)\\(\\s*(\"[^\"]*\")?");
  private static final Pattern FORM = Pattern.compile("\"event=[a-z_]+( [a-z_]+=(\\{}|[a-z]+))*\"");

  @TempDir Path folder;

  private static Map<String, Object> json(Level level, String message, Object... arguments)
      throws Exception {
    var context = new LoggerContext();
    var logger = context.getLogger("org.juntos.relay.http.RelayHandler");
    var event = new LoggingEvent("here", logger, level, message, null, arguments);
    return JSON.std.mapFrom(
        new String(LogSetup.json(context).encode(event), StandardCharsets.UTF_8));
  }

  @Test
  void an_event_becomes_one_object_with_a_field_for_each_word() throws Exception {
    var fields =
        json(Level.INFO, "event=request outcome=ok id={} status={} why={}", "ab12", 200, "a \"b\"");
    assertEquals("request", fields.get("event"));
    assertEquals("ok", fields.get("outcome"));
    assertEquals("ab12", fields.get("id"));
    assertEquals(200, fields.get("status"));
    assertEquals("a \"b\"", fields.get("why"));
    assertEquals("RelayHandler", fields.get("logger"));
    assertEquals("INFO", fields.get("level"));
    assertTrue(String.valueOf(fields.get("time")).endsWith("Z"), fields.toString());
  }

  @Test
  void what_a_library_says_is_kept_and_so_is_a_stack_trace() throws Exception {
    var fields = json(Level.WARN, "Something {}", "odd", new IllegalStateException("why"));
    assertEquals("Something odd", fields.get("message"));
    assertTrue(String.valueOf(fields.get("stack_trace")).contains("IllegalStateException"));
  }

  @Test
  void every_line_that_the_relay_logs_is_an_event_of_that_form() throws IOException {
    try (var files = Files.walk(SOURCES)) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        for (var call : LOGGED.matcher(Files.readString(file)).results().toList()) {
          var message = String.valueOf(call.group(1));
          assertTrue(FORM.matcher(message).matches(), file + " logs " + message);
        }
      }
    }
  }

  @Test
  void text_is_for_terminals_and_json_for_everything_else_unless_it_is_said() {
    assertEquals("text", LogFormat.AUTO.form(true));
    assertEquals("json", LogFormat.AUTO.form(false));
    assertEquals("text", LogFormat.TEXT.form(false));
    assertEquals("json", LogFormat.JSON.form(true));
  }

  @Test
  void addresses_stand_in_the_log_only_within_the_window() throws Exception {
    var clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
    var lines = new ch.qos.logback.core.read.ListAppender<ILoggingEvent>();
    lines.start();
    var logger = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("org.juntos.relay");
    logger.addAppender(lines);
    var quiet = Operating.quiet();
    var window =
        new Operating(
            quiet.adminHost(),
            quiet.adminPort(),
            quiet.console(),
            quiet.drain(),
            Duration.ofMinutes(10),
            quiet.log(),
            quiet.push(),
            quiet.turn());
    var options =
        RelayOptions.loopback(folder.resolve("data"))
            .withLimits(RelayLimits.unhurried())
            .withOperating(window);
    try (var relay = RunningRelay.with(options, clock)) {
      new WireClient(relay).get(Paths.VERSION, "");
      clock.advance(Duration.ofMinutes(11));
      new WireClient(relay).get(Paths.RELAY, "");
    } finally {
      logger.detachAppender(lines);
    }
    var requests =
        lines.list.stream()
            .map(ILoggingEvent::getFormattedMessage)
            .filter(line -> line.startsWith("event=request "))
            .toList();
    assertTrue(requests.getFirst().endsWith(" from=127.0.0.1"), requests.toString());
    assertFalse(requests.getLast().contains("127.0.0.1"), requests.toString());
  }
}
