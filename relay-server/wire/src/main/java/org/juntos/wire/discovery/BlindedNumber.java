package org.juntos.wire.discovery;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// A phone number that the relay is shown without being told: its point times a random scalar that
/// never leaves this object.
public final class BlindedNumber {
  private final Ristretto255 group;
  private final byte[] input;
  private final byte[] blind;
  private final byte[] element;

  private BlindedNumber(NumberOprf oprf, byte[] input, byte[] blind) {
    this.group = oprf.group();
    this.input = input;
    this.blind = blind;
    var blinded = group.multiply(blind, oprf.point(input));
    if (blinded == null) {
      throw new IllegalStateException("the point of a number was none");
    }
    this.element = blinded;
  }

  /// @param number E.164
  public static BlindedNumber of(NumberOprf oprf, String number, SecureRandom random) {
    var seed = new byte[Ristretto255.WIDE_BYTES];
    random.nextBytes(seed);
    return new BlindedNumber(oprf, NumberOprf.input(number), oprf.group().reduce(seed));
  }

  static BlindedNumber with(NumberOprf oprf, byte[] input, byte[] blind) {
    return new BlindedNumber(oprf, input, blind);
  }

  /// What the relay is shown: a point of which each number can be the origin.
  public byte[] element() {
    return element.clone();
  }

  /// What opens the entry of the number; null when what the relay made of [#element] is no point.
  public @Nullable DiscoveryEntryKey finish(byte[] evaluated) {
    var output = output(evaluated);
    return output == null ? null : new DiscoveryEntryKey(output);
  }

  byte @Nullable [] output(byte[] evaluated) {
    var unblinded = group.multiply(group.invert(blind), evaluated);
    return unblinded == null ? null : NumberOprf.output(input, unblinded);
  }
}
