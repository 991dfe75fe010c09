package org.juntos.relay.discovery;

import java.util.List;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.discovery.Bucket;
import org.juntos.wire.discovery.NumberOprf;

/// Has the database of a relay, and what may be its key.
public final class Thief {
  private final NumberOprf oprf;
  private final byte[] seed;

  public Thief(NumberOprf oprf, byte[] seed) {
    this.oprf = oprf;
    this.seed = seed.clone();
  }

  /// Whether a row of the database is that of `number`, by the name of its bucket or by its entry.
  public boolean fits(String number, byte[] bucket, byte[] entry, AccountId account) {
    var key = new DiscoveryKey(oprf, seed);
    var again = key.listed(number, account, java.util.Arrays.copyOf(entry, 12));
    boolean here =
        key.leaves(new Bucket(Bucket.LEAVES + Bucket.leaf(number)))
            .equals(List.of(Bytes.of(bucket)));
    return here || again.entry().equals(Bytes.of(entry));
  }
}
