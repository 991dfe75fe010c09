package org.juntos.relay.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Pushes through the Apple Push Notification service (HTTP/2, token-based): an alert that the app
/// itself puts into words, after it has looked.
public final class ApnsSender implements PushSender<PushTarget.Apns> {
  private static final String BODY =
      "{\"aps\":{\"alert\":{\"loc-key\":\"NEW_MESSAGES\"},\"mutable-content\":1}}";

  /// Older ones are refused after an hour, newer ones more than every 20 minutes.
  private static final Duration TOKEN_SERVES = Duration.ofMinutes(40);

  private static final Duration KEPT = Duration.ofDays(1);
  private static final Set<String> GONE =
      Set.of("BadDeviceToken", "DeviceTokenNotForTopic", "Unregistered", "ExpiredToken");
  private static final Set<String> TOKEN_OVER =
      Set.of("ExpiredProviderToken", "TooManyProviderTokenUpdates");
  private static final MediaType JSON_TYPE = MediaType.get("application/json");

  private final PushHttp http;
  private final HttpUrl devices;
  private final Provider provider;
  private final InstantSource clock;
  private String token = "";
  private Instant tokenEnds = Instant.MIN;

  /// Who pushes.
  ///
  /// @param topic the bundle id of the app
  public record Provider(PrivateKey key, String keyId, String team, String topic) {
    /// Names the app only.
    @Override
    public String toString() {
      return "Provider(" + topic + ")";
    }
  }

  /// @param base of the service: `https://api.push.apple.com`
  public ApnsSender(PushHttp http, String base, Provider provider, InstantSource clock) {
    this.http = http;
    this.provider = provider;
    this.clock = clock;
    this.devices = HttpUrl.get(base).newBuilder().addPathSegments("3/device").build();
  }

  @Override
  public Pushed push(PushTarget.Apns target) throws IOException {
    var used = token();
    var reply = http.send(request(target, used));
    var reason = String.valueOf(reply.members().getOrDefault("reason", ""));
    if (GONE.contains(reason)) {
      return new Pushed.Gone();
    }
    if (TOKEN_OVER.contains(reason)) {
      forget(used);
      return new Pushed.Later(reply.retryAfter());
    }
    return reason.isEmpty() || !(reply.verdict() instanceof Pushed.Refused)
        ? reply.verdict()
        : new Pushed.Refused("HTTP status " + reply.status() + " " + word(reason));
  }

  /// For the log: no more than a word.
  private static String word(String reason) {
    return reason.matches("[A-Za-z]{1,40}") ? reason : "";
  }

  private Request request(PushTarget.Apns target, String bearer) {
    long ends = clock.instant().plus(KEPT).getEpochSecond();
    return new Request.Builder()
        .url(devices.newBuilder().addPathSegment(target.token()).build())
        .header("authorization", "bearer " + bearer)
        .header("apns-topic", provider.topic())
        .header("apns-push-type", "alert")
        .header("apns-priority", "10")
        .header("apns-expiration", Long.toString(ends))
        .header("apns-collapse-id", "juntos")
        .post(RequestBody.create(BODY, JSON_TYPE))
        .build();
  }

  private synchronized String token() throws IOException {
    var now = clock.instant();
    if (!now.isBefore(tokenEnds)) {
      token = signed(now);
      tokenEnds = now.plus(TOKEN_SERVES);
    }
    return token;
  }

  private synchronized void forget(String refused) {
    if (token.equals(refused)) {
      tokenEnds = Instant.MIN;
    }
  }

  private String signed(Instant now) throws IOException {
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(provider.keyId()).build();
    var claims =
        new JWTClaimsSet.Builder().issuer(provider.team()).issueTime(Date.from(now)).build();
    var signed = new SignedJWT(header, claims);
    try {
      signed.sign(new ECDSASigner(provider.key(), Curve.P_256));
    } catch (JOSEException failed) {
      throw new IOException("the key for APNs cannot sign", failed);
    }
    return signed.serialize();
  }

  @Override
  public void close() {
    http.close();
  }
}
