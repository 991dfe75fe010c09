package org.juntos.relay.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.juntos.wire.Bytes;

/// The device's side of Web Push, written after RFC 8291, 8188 and 8292.
public final class UserAgent {
  private static final int COORDINATE = 32;

  private final KeyPair keys;
  private final byte[] auth = new byte[16];

  /// With new keys.
  public UserAgent() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
    new SecureRandom().nextBytes(auth);
  }

  /// Point in 65 bytes.
  public Bytes p256dh() {
    return Bytes.of(point((ECPublicKey) keys.getPublic()));
  }

  /// The secret.
  public Bytes auth() {
    return Bytes.of(auth);
  }

  private static byte[] point(ECPublicKey key) {
    var jwk = new ECKey.Builder(Curve.P_256, key).build();
    return joined(new byte[] {4}, jwk.getX().decode(), jwk.getY().decode());
  }

  private static ECPublicKey key(byte[] point) throws Exception {
    assertEquals(4, point[0]);
    var x = Base64URL.encode(Arrays.copyOfRange(point, 1, 1 + COORDINATE));
    var y = Base64URL.encode(Arrays.copyOfRange(point, 1 + COORDINATE, point.length));
    return new ECKey.Builder(Curve.P_256, x, y).build().toECPublicKey();
  }

  /// What the push says.
  public String opened(LocalPushService.Post post) throws Exception {
    assertEquals("aes128gcm", post.header("Content-Encoding"));
    var body = ByteBuffer.wrap(post.body().toArray());
    var salt = take(body, 16);
    assertTrue(body.getInt() > 18, "the size of a record");
    var sender = take(body, body.get() & 0xff);
    var sealed = take(body, body.remaining());
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(key(sender), true);
    var info = joined(ascii("WebPush: info\0"), p256dh().toArray(), sender, new byte[] {1});
    var ikm = hmac(hmac(auth, agreement.generateSecret()), info);
    var prk = hmac(salt, ikm);
    var key = Arrays.copyOf(hmac(prk, ascii("Content-Encoding: aes128gcm\0\1")), 16);
    var nonce = Arrays.copyOf(hmac(prk, ascii("Content-Encoding: nonce\0\1")), 12);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    var padded = cipher.doFinal(sealed);
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    assertEquals(2, padded[end], "the only record");
    return new String(padded, 0, end, StandardCharsets.UTF_8);
  }

  /// Checks who signed a push, and gives what the signature says.
  ///
  /// @param vapidKey of the relay
  public static JWTClaimsSet signed(LocalPushService.Post post, byte[] vapidKey) throws Exception {
    var header = post.header("Authorization");
    assertTrue(header.matches("vapid t=[^, ]+, ?k=[^, ]+"), header);
    var shown = header.replaceAll(".*k=", "");
    assertEquals(Base64URL.encode(vapidKey).toString(), shown);
    var token = SignedJWT.parse(header.replaceAll("vapid t=([^, ]+).*", "$1"));
    assertEquals("ES256", token.getHeader().getAlgorithm().getName());
    assertTrue(token.verify(new ECDSAVerifier(key(vapidKey))));
    return token.getJWTClaimsSet();
  }

  private static byte[] take(ByteBuffer from, int length) {
    var taken = new byte[length];
    from.get(taken);
    return taken;
  }

  private static byte[] hmac(byte[] key, byte[] input) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(input);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
