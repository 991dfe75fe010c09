package org.juntos.relay.push;

import com.zerodeplibs.webpush.MessageEncryption;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.header.TTL;
import com.zerodeplibs.webpush.header.Topic;
import com.zerodeplibs.webpush.header.Urgency;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Pushes to push services of the Web (RFC 8030): encrypted for the device (RFC 8291), signed by
/// the relay (RFC 8292). Every push says the same.
public final class WebPushSender implements PushSender<PushTarget.Web> {
  /// All that a push says.
  static final String WAKE = "juntos: connect";

  /// A newer push takes the place of one that the push service still has.
  private static final String TOPIC = "juntos";

  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration SIGNED_FOR = Duration.ofHours(12);

  private final PushHttp http;
  private final VAPIDKeyPair keys;
  private final String contact;
  private final InstantSource clock;
  private final MessageEncryption encryption = MessageEncryptions.of();

  /// @param contact `mailto:` or `https:`, for the operators of push services; empty for none
  public WebPushSender(PushHttp http, VAPIDKeyPair keys, String contact, InstantSource clock) {
    this.http = http;
    this.keys = keys;
    this.contact = contact;
    this.clock = clock;
  }

  @Override
  public Pushed push(PushTarget.Web target) throws IOException {
    return http.send(request(target)).verdict();
  }

  private Request request(PushTarget.Web target) {
    var device =
        UserAgentMessageEncryptionKeyInfo.of(target.p256dh().toArray(), target.auth().toArray());
    var encrypted = encryption.encrypt(device, PushMessage.ofUTF8(WAKE));
    var type = MediaType.get(encrypted.mediaType());
    var endpoint = target.endpoint().toString();
    return new Request.Builder()
        .url(endpoint)
        .header("Authorization", keys.generateAuthorizationHeaderValue(word(endpoint)))
        .header("Content-Encoding", encrypted.contentEncoding())
        .header(TTL.HEADER_NAME, Long.toString(KEPT.toSeconds()))
        .header(Urgency.HEADER_NAME, Urgency.high())
        .header(Topic.HEADER_NAME, TOPIC)
        .post(RequestBody.create(encrypted.toBytes(), type))
        .build();
  }

  private VAPIDJWTParam word(String endpoint) {
    var word =
        VAPIDJWTParam.getBuilder()
            .resourceURLString(endpoint)
            .expirationTime(clock.instant().plus(SIGNED_FOR));
    return contact.isEmpty() ? word.build() : word.subject(contact).build();
  }

  @Override
  public void close() {
    http.close();
  }
}
