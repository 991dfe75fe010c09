package org.juntos.relay.discovery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.discovery.DiscoveryStore.Listed;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.discovery.Bucket;
import org.juntos.wire.discovery.DiscoveryEntryKey;
import org.juntos.wire.discovery.NumberOprf;

/// The relay's key, which lies apart from its database: without it nothing that the database holds
/// about numbers can be told from random bytes. Thread-safe.
public final class DiscoveryKey {
  /// Of the key file.
  public static final int SEED_BYTES = 64;

  private static final String MAC = "HmacSHA512";
  private static final int NAME_BYTES = 8;

  private final NumberOprf oprf;
  private final byte[] seed;

  /// @param seed of the key file
  public DiscoveryKey(NumberOprf oprf, byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("a discovery key has 64 bytes, not " + seed.length);
    }
    this.oprf = oprf;
    this.seed = seed.clone();
  }

  /// Tells entries of this key from those of another one.
  Bytes id() {
    return name("id");
  }

  /// What is listed of an account.
  ///
  /// @param number E.164
  /// @param nonce random
  Listed listed(String number, AccountId account, byte[] nonce) {
    var entry = oprf.output(scalar(), number).seal(nonce, account);
    return new Listed(leaf(Bucket.leaf(number)), entry, id());
  }

  /// What the smallest buckets of `bucket` are called in the store.
  List<Bytes> leaves(Bucket bucket) {
    return IntStream.rangeClosed(bucket.firstLeaf(), bucket.lastLeaf())
        .mapToObj(this::leaf)
        .toList();
  }

  private Bytes leaf(int leaf) {
    return name("bucket " + leaf);
  }

  /// An entry that is nobody's. It is the same each time, or it would be told from others by
  /// looking twice.
  Bytes nobody(Bucket bucket, int which) {
    var random = derived("nobody " + bucket.number() + " " + which);
    return Bytes.of(Arrays.copyOf(random, DiscoveryEntryKey.ENTRY_BYTES));
  }

  /// A blinded number times the key; null when it is no point.
  @Nullable Bytes evaluate(Bytes blinded) {
    var evaluated = oprf.evaluate(scalar(), blinded.toArray());
    return evaluated == null ? null : Bytes.of(evaluated);
  }

  private byte[] scalar() {
    return oprf.key(derived("oprf key"));
  }

  private Bytes name(String purpose) {
    return Bytes.of(Arrays.copyOf(derived(purpose), NAME_BYTES));
  }

  private byte[] derived(String purpose) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(seed, MAC));
      return mac.doFinal(("juntos discovery v1 " + purpose).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no HMAC", impossible);
    }
  }
}
