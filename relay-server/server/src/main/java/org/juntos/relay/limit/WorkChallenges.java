package org.juntos.relay.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.juntos.wire.Bytes;
import org.juntos.wire.Work;

/// Gives out challenges and checks what was made of them. A challenge says all of itself and is
/// signed, so nothing is kept of it; of solutions the last ones are remembered, so that each serves
/// once. The key is of this process: after a restart clients get new challenges. Thread-safe.
public final class WorkChallenges {
  /// How long a challenge may be solved.
  static final Duration LIFETIME = Duration.ofMinutes(2);

  /// Demand may have risen since a challenge was given out.
  static final int TOLERANCE_BITS = 2;

  private static final int REMEMBERED = 200_000;
  private static final byte VERSION = 1;
  private static final int SIGNED_BYTES = 2 + 2 * Long.BYTES;
  private static final int SIGNATURE_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final Pattern SOLUTION = Pattern.compile("([A-Za-z0-9_-]{46})\\.([0-9a-f]{16})");

  private final SecretKeySpec key;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Cache<Bytes, Boolean> spent;

  public WorkChallenges(InstantSource clock, RandomGenerator random) {
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
    this.clock = clock;
    this.random = random;
    this.spent =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .ticker(() -> Pace.nanos(clock.instant()))
            .expireAfterWrite(LIFETIME)
            .build();
  }

  /// A new challenge.
  ///
  /// @param request what it is for: method and path
  /// @param bits zero bits to find
  public String challenge(String request, int bits) {
    var signed =
        ByteBuffer.allocate(SIGNED_BYTES)
            .put(VERSION)
            .put((byte) bits)
            .putLong(clock.millis())
            .putLong(random.nextLong())
            .array();
    var whole = Arrays.copyOf(signed, SIGNED_BYTES + SIGNATURE_BYTES);
    System.arraycopy(signature(signed, request), 0, whole, SIGNED_BYTES, SIGNATURE_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /// Whether `solution` is of a challenge for this request and body, of late, not used before, and
  /// worth `bits`. Then it is used.
  ///
  /// @param solution the challenge, a dot, and the number as 16 hexadecimal digits
  public boolean accepts(String solution, String request, byte[] body, int bits) {
    var parts = SOLUTION.matcher(solution);
    if (!parts.matches()) {
      return false;
    }
    var challenge = Base64.getUrlDecoder().decode(parts.group(1));
    var signed = Arrays.copyOf(challenge, SIGNED_BYTES);
    var signature = Arrays.copyOfRange(challenge, SIGNED_BYTES, challenge.length);
    int asked = signed[1];
    boolean good =
        MessageDigest.isEqual(signature, signature(signed, request))
            && isOfLate(ByteBuffer.wrap(signed).getLong(2))
            && asked >= bits - TOLERANCE_BITS;
    var number = Long.parseUnsignedLong(parts.group(2), 16);
    return good
        && new Work(Bytes.of(challenge), body).bits(number) >= asked
        && spent.asMap().putIfAbsent(Bytes.of(challenge), true) == null;
  }

  private boolean isOfLate(long ms) {
    long age = clock.millis() - ms;
    return age >= 0 && age < LIFETIME.toMillis();
  }

  private byte[] signature(byte[] signed, String request) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(signed);
      mac.update(request.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(), SIGNATURE_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no HMAC", impossible);
    }
  }
}
