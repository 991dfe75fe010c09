package org.juntos.relay.push;

import com.fasterxml.jackson.jr.ob.JSON;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Pushes through Firebase Cloud Messaging (HTTP v1): a data message without data, so that nothing
/// is shown before the app has looked. Whoever signs for the service account gets an access token
/// (RFC 7523), which serves until it expires.
public final class FcmSender implements PushSender<PushTarget.Fcm> {
  private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Duration SIGNED_FOR = Duration.ofMinutes(30);
  private static final Duration SLACK = Duration.ofMinutes(1);
  private static final MediaType JSON_TYPE = MediaType.get("application/json; charset=utf-8");

  private final PushHttp http;
  private final HttpUrl messages;
  private final ServiceAccount account;
  private final InstantSource clock;
  private String token = "";
  private Instant tokenEnds = Instant.MIN;

  /// @param base of the service: `https://fcm.googleapis.com`
  public FcmSender(PushHttp http, String base, ServiceAccount account, InstantSource clock) {
    this.http = http;
    this.account = account;
    this.clock = clock;
    this.messages =
        HttpUrl.get(base)
            .newBuilder()
            .addPathSegments("v1/projects")
            .addPathSegment(account.project())
            .addPathSegment("messages:send")
            .build();
  }

  @Override
  public Pushed push(PushTarget.Fcm target) throws IOException {
    var used = token();
    var reply = http.send(request(target, used));
    if (reply.status() == 401) {
      forget(used);
      return new Pushed.Later(Duration.ZERO);
    }
    return reply.verdict();
  }

  private Request request(PushTarget.Fcm target, String bearer) throws IOException {
    var android = Map.of("priority", "HIGH", "ttl", "86400s", "collapse_key", "juntos");
    var message =
        Map.of("token", target.token(), "data", Map.of("juntos", "connect"), "android", android);
    return new Request.Builder()
        .url(messages)
        .header("Authorization", "Bearer " + bearer)
        .post(RequestBody.create(JSON.std.asString(Map.of("message", message)), JSON_TYPE))
        .build();
  }

  private synchronized String token() throws IOException {
    var now = clock.instant();
    if (now.isBefore(tokenEnds)) {
      return token;
    }
    var form = new FormBody.Builder().add("grant_type", GRANT).add("assertion", assertion(now));
    var address = account.tokenAddress();
    var reply = http.send(new Request.Builder().url(address).post(form.build()).build());
    var members = reply.members();
    if (!reply.isGood()
        || !(members.get("access_token") instanceof String given)
        || !(members.get("expires_in") instanceof Number seconds)) {
      throw new IOException("no access token: HTTP status " + reply.status());
    }
    token = given;
    tokenEnds = now.plusSeconds(seconds.longValue()).minus(SLACK);
    return token;
  }

  private synchronized void forget(String refused) {
    if (token.equals(refused)) {
      tokenEnds = Instant.MIN;
    }
  }

  private String assertion(Instant now) throws IOException {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(account.email())
            .audience(account.tokenAddress())
            .claim("scope", SCOPE)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(SIGNED_FOR)))
            .build();
    var signed = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    try {
      signed.sign(new RSASSASigner(account.key()));
    } catch (JOSEException failed) {
      throw new IOException("the key of the service account cannot sign", failed);
    }
    return signed.serialize();
  }

  @Override
  public void close() {
    http.close();
  }
}
