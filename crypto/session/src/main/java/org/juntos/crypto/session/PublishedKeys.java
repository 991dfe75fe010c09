package org.juntos.crypto.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Public keys to upload to the relay; what is absent stays there as it is. The private halves are
/// stored already, so commit before the upload.
public record PublishedKeys(
    @Nullable SignedPublicPrekey signedPrekey,
    @Nullable SignedPublicPrekey lastResortKyberPrekey,
    List<PublicPrekey> oneTimePrekeys,
    List<SignedPublicPrekey> oneTimeKyberPrekeys) {
  /// Nothing to upload.
  public static final PublishedKeys NONE = new PublishedKeys(null, null, List.of(), List.of());

  public PublishedKeys {
    oneTimePrekeys = List.copyOf(oneTimePrekeys);
    oneTimeKyberPrekeys = List.copyOf(oneTimeKyberPrekeys);
  }

  /// Whether there is nothing to upload.
  public boolean isEmpty() {
    return equals(NONE);
  }
}
