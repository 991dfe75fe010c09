package org.juntos.relay.otp.sender;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.juntos.relay.otp.CodeSender;
import org.juntos.relay.otp.Contact;

/// Posts each code as JSON to an address of the operator's, signed: the header `Juntos-Signature:
/// t=SECONDS,v1=HEX` has the time (seconds since 1970) and the HMAC-SHA256 of `SECONDS.BODY` under
/// the shared secret. A receiver refuses what is not signed or old, and drops a repeated `id`.
public final class WebhookSender implements CodeSender {
  /// Header of the signature.
  static final String SIGNATURE = "Juntos-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private final URI address;
  private final Secret secret;
  private final CodeText text;
  private final HttpGateway gateway;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param random makes the ids
  public WebhookSender(
      URI address,
      Secret secret,
      CodeText text,
      HttpGateway gateway,
      InstantSource clock,
      RandomGenerator random) {
    this.address = address;
    this.secret = secret;
    this.text = text;
    this.gateway = gateway;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void send(Contact to, String code) throws IOException {
    var body = body(to, code);
    gateway.post(() -> request(body), true);
  }

  private String body(Contact to, String code) {
    var id = new byte[16];
    random.nextBytes(id);
    var members = new LinkedHashMap<String, Object>();
    members.put("id", HexFormat.of().formatHex(id));
    members.put("kind", to.kind().text());
    members.put("to", to.address());
    members.put("code", code);
    members.put("text", text.with(code));
    return JSONObjectUtils.toJSONString(members);
  }

  private HttpRequest request(String body) {
    long seconds = clock.instant().getEpochSecond();
    return HttpRequest.newBuilder(address)
        .timeout(Retries.PATIENCE)
        .header("Content-Type", "application/json")
        .header(SIGNATURE, "t=" + seconds + ",v1=" + signature(seconds + "." + body))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private String signature(String signed) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no " + ALGORITHM, impossible);
    }
  }

  @Override
  public void close() {
    gateway.close();
  }
}
