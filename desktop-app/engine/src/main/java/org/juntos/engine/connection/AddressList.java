package org.juntos.engine.connection;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.session.RelayWord;
import org.juntos.engine.connection.RelayAddress.Parsed;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.RelayList;

/// The addresses of one relay, as it has signed them.
///
/// @param madeAt relay clock; of two lists the later one holds
/// @param places best first as long as nothing is known of round trips
public record AddressList(Instant madeAt, List<Place> places) {
  /// Of a relay that has never listed any.
  public static final AddressList NONE = new AddressList(Instant.MIN, List.of());

  private static final Pattern REGION = Pattern.compile("[a-z0-9][a-z0-9-]{0,23}");

  public AddressList {
    places = List.copyOf(places);
  }

  /// @param region a word of a-z, 0-9 and -; may be empty
  public record Place(RelayAddress address, String region) {}

  /// What `signed` lists; null when the relay of `trustRoot` did not sign it. Whoever is between
  /// here and the relay cannot make one. An address that could be listened to on its way is left
  /// out, unless the relay is known by such an address anyway.
  ///
  /// @param home the address that the account was registered at
  public static @Nullable AddressList verified(
      SignedWord signed, Bytes trustRoot, RelayAddress home) {
    if (!RelayWord.ADDRESSES.isSigned(trustRoot, signed.message(), signed.signature())) {
      return null;
    }
    try {
      return read(RelayList.parseFrom(signed.message().toArray()), home);
    } catch (InvalidProtocolBufferException _) {
      return null;
    }
  }

  private static AddressList read(RelayList list, RelayAddress home) {
    var places = new ArrayList<Place>();
    var named = list.getAddressesList();
    for (var one : named.subList(0, Math.min(WireLimits.MAX_RELAY_ADDRESSES, named.size()))) {
      if (RelayAddress.parseAllowingPlain(one.getAddress()) instanceof Parsed.Valid(var address)
          && (!address.isPlain() || home.isPlain())
          && places.stream().noneMatch(place -> place.address().equals(address))) {
        places.add(new Place(address, word(one.getRegion())));
      }
    }
    return new AddressList(Instant.ofEpochMilli(list.getMadeAtMs()), places);
  }

  private static String word(String region) {
    return REGION.matcher(region).matches() ? region : "";
  }
}
