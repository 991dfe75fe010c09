package org.juntos.relay.http;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.juntos.relay.otp.CodeService;
import org.juntos.relay.otp.ContactKind;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.StartCodeSession;
import org.juntos.wire.proto.SubmitCode;

/// The otp role: sends codes, checks them, and shows the keys that its word is checked with.
final class CodeEndpoints {
  private final CodeService codes;

  CodeEndpoints(CodeService codes) {
    this.codes = codes;
  }

  List<Route> routes() {
    return List.of(
        Route.open("POST", Paths.REGISTRATION_SESSIONS, this::startSession),
        Route.open("POST", Paths.REGISTRATION_SESSIONS + "/*/code", this::submitCode),
        Route.open("GET", Paths.CODE_KEYS, _ -> new Answer.Json(200, codes.keys().text())));
  }

  private Answer startSession(Exchange exchange) throws IOException, BadRequestException {
    var message = FromWire.parse(StartCodeSession.parser(), exchange.body());
    if (!message.getPhoneNumber().isEmpty() && !message.getEmail().isEmpty()) {
      throw BadRequestException.malformed("A code goes to a number or to an e-mail address.");
    }
    var verdict =
        message.getEmail().isEmpty()
            ? codes.start(ContactKind.PHONE, message.getPhoneNumber(), exchange.networkAddress())
            : codes.start(ContactKind.EMAIL, message.getEmail(), exchange.networkAddress());
    return Answer.of(verdict, session -> new Answer.Message(201, ToWire.session(session)));
  }

  private Answer submitCode(Exchange exchange) throws IOException, BadRequestException {
    var session = sessionId(exchange.variable());
    var message = FromWire.parse(SubmitCode.parser(), exchange.body());
    return Answer.of(codes.submit(session, message.getCode()), ToWire::admitted);
  }

  private static Bytes sessionId(String text) throws BadRequestException {
    try {
      return Bytes.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException _) {
      throw BadRequestException.malformed("A session id is Base64 for URLs.");
    }
  }
}
