package org.juntos.engine.profile;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.CodeSession;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.wire.Bytes;

/// A pending registration as text.
final class PendingText {
  private PendingText() {}

  static String of(PendingRegistration pending) throws IOException {
    var text = new StringWriter();
    write(pending).store(text, null);
    return text.toString();
  }

  /// Null when it is not what [#of] wrote.
  static @Nullable PendingRegistration read(String text) throws IOException {
    try {
      var values = new Properties();
      values.load(new StringReader(text));
      return read(values);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static Properties write(PendingRegistration pending) {
    var values = new Properties();
    values.setProperty("relay", pending.relay().text());
    switch (pending) {
      case PendingRegistration.CodeSent(_, var root, var hint, var service, var session) -> {
        values.setProperty("stage", "code-sent");
        values.setProperty("trustRoot", root.hex());
        values.setProperty("phoneHint", hint);
        values.setProperty("codeService", service.text());
        values.setProperty("session", session.session().hex());
        values.setProperty("expiresAt", session.expiresAt().toString());
        values.setProperty("resendAt", session.resendAt().toString());
        values.setProperty("triesLeft", Integer.toString(session.triesLeft()));
      }
      case PendingRegistration.Asking(_, var claim) -> {
        values.setProperty("stage", "asking");
        values.setProperty("claim", claim.hex());
      }
      case PendingRegistration.CodeConfirmed(_, var root, var admission) -> {
        values.setProperty("stage", "code-confirmed");
        values.setProperty("trustRoot", root.hex());
        values.setProperty("admission", admission.token());
        values.setProperty("expiresAt", admission.expiresAt().toString());
      }
      case PendingRegistration.Registered(_, var at) -> {
        values.setProperty("stage", "registered");
        values.setProperty("at", at.toString());
      }
    }
    return values;
  }

  /// @throws IllegalArgumentException when it is not what [#write] wrote
  private static PendingRegistration read(Properties values) {
    var relay = relay(text(values, "relay"));
    return switch (text(values, "stage")) {
      case "code-sent" ->
          new PendingRegistration.CodeSent(
              relay,
              bytes(values, "trustRoot"),
              text(values, "phoneHint"),
              relay(values.getProperty("codeService", relay.text())),
              session(values));
      case "asking" -> new PendingRegistration.Asking(relay, bytes(values, "claim"));
      case "code-confirmed" ->
          new PendingRegistration.CodeConfirmed(
              relay,
              bytes(values, "trustRoot"),
              new Admission(text(values, "admission"), time(values, "expiresAt")));
      case "registered" -> new PendingRegistration.Registered(relay, time(values, "at"));
      default -> throw new IllegalArgumentException("unknown stage");
    };
  }

  private static CodeSession session(Properties values) {
    return new CodeSession(
        bytes(values, "session"),
        time(values, "expiresAt"),
        time(values, "resendAt"),
        Integer.parseInt(text(values, "triesLeft")));
  }

  private static RelayAddress relay(String text) {
    return switch (RelayAddress.parseAllowingPlain(text)) {
      case RelayAddress.Parsed.Valid(var address) -> address;
      case RelayAddress.Parsed.Invalid(var sentence) ->
          throw new IllegalArgumentException(sentence);
    };
  }

  private static Bytes bytes(Properties values, String key) {
    return Bytes.ofHex(text(values, key));
  }

  private static Instant time(Properties values, String key) {
    try {
      return Instant.parse(text(values, key));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String text(Properties values, String key) {
    var value = values.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key);
    }
    return value;
  }
}
