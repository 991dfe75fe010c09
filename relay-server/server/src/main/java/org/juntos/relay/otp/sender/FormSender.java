package org.juntos.relay.otp.sender;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.otp.Contact;

/// Posts each code as a form, as Twilio and those who speak like it want it: `POST
/// BASE/2010-04-01/Accounts/SID/Messages.json` with `From`, `To` and `Body`.
public final class FormSender implements CodeSender {
  private static final String SERVICE = "MG";

  private final URI address;
  private final String authorization;
  private final String from;
  private final CodeText text;
  private final HttpGateway gateway;

  /// @param base address of the gateway, without a path
  /// @param account its user name in basic authentication (the account SID)
  /// @param from a number, a name, or the id of a messaging service (`MG…`)
  public FormSender(
      URI base, String account, Secret token, String from, CodeText text, HttpGateway gateway) {
    var path = "/2010-04-01/Accounts/" + encoded(account) + "/Messages.json";
    var pair = (account + ":" + token.text()).getBytes(StandardCharsets.UTF_8);
    this.address = base.resolve(path);
    this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    this.from = from;
    this.text = text;
    this.gateway = gateway;
  }

  @Override
  public void send(Contact to, String code) throws IOException {
    var form =
        (from.startsWith(SERVICE) ? "MessagingServiceSid=" : "From=")
            + encoded(from)
            + "&To="
            + encoded(to.address())
            + "&Body="
            + encoded(text.with(code));
    gateway.post(() -> request(form), false);
  }

  private HttpRequest request(String form) {
    return HttpRequest.newBuilder(address)
        .timeout(Retries.PATIENCE)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Authorization", authorization)
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    gateway.close();
  }
}
