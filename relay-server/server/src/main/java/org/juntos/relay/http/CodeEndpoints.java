package org.juntos.relay.http;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.juntos.relay.otp.CodeService;
import org.juntos.relay.otp.ContactKind;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.Admission;
import org.juntos.wire.proto.CodeSession;
import org.juntos.wire.proto.StartCodeSession;
import org.juntos.wire.proto.SubmitCode;

/// The otp role: sends codes, checks them, and shows the keys that its word is checked with.
final class CodeEndpoints {
  private static final About START =
      About.says("Sends a code to a phone number or an e-mail address.")
          .takes(StartCodeSession.class)
          .gives(201, CodeSession.class)
          .refuses(
              ErrorCode.PHONE_NUMBER_INVALID,
              ErrorCode.EMAIL_INVALID,
              ErrorCode.CODE_KIND_OFF,
              ErrorCode.COUNTRY_NOT_SERVED,
              ErrorCode.NUMBER_TYPE_REFUSED,
              ErrorCode.CODES_PAUSED,
              ErrorCode.CODE_NOT_SENT);

  private final CodeService codes;

  CodeEndpoints(CodeService codes) {
    this.codes = codes;
  }

  List<Route> routes() {
    return List.of(
        Route.costly("POST", Paths.REGISTRATION_SESSIONS, this::startSession).about(START),
        Route.open("POST", Paths.REGISTRATION_SESSIONS + "/*/code", this::submitCode)
            .about(
                About.says(
                        "Proves a number or an e-mail address with the code that was sent there.")
                    .where("session", "`session_id`, Base64 for URLs without padding")
                    .takes(SubmitCode.class)
                    .gives(200, Admission.class)
                    .refuses(ErrorCode.CODE_WRONG, ErrorCode.CODE_EXPIRED)),
        Route.open("GET", Paths.CODE_KEYS, _ -> new Answer.Json(200, codes.keys().text()))
            .about(
                About.says("Shows the public keys that admissions are signed with.")
                    .gives(About.Gives.json("a JWK set (RFC 7517) of Ed25519 keys (RFC 8037)"))));
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
