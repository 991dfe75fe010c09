package org.juntos.testkit.lie;

import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.crypto.session.Bundles;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.GroupApi;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.engine.connection.PeopleApi;
import org.juntos.engine.connection.ProfileApi.StoredProfile;
import org.juntos.engine.connection.SendRequest;
import org.juntos.engine.connection.Sighting;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// What a relay says instead of the truth. All defaults are honest.
public interface Lies {
  /// What is delivered to `to`.
  default List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
    return honest;
  }

  /// What is taken in from `from`. The others are called accepted and are lost.
  default List<SendRequest> sends(DeviceAddress from, List<SendRequest> honest) {
    return honest;
  }

  /// Which keys `account` has.
  default Bundles bundles(AccountId account, Bundles honest) {
    return honest;
  }

  /// Whether it says that there is no `account`. In simulated worlds only.
  default boolean denies(AccountId account) {
    return false;
  }

  /// What is said of groups, to anybody.
  default GroupApi groups(GroupApi honest) {
    return honest;
  }

  /// What is said of other people.
  default PeopleApi people(PeopleApi honest) {
    return honest;
  }

  /// What is said of groups to a device.
  default GroupApi groups(DeviceAddress asking, GroupApi honest) {
    return groups(honest);
  }

  /// Who `sender` is.
  default IssuedCertificate certificate(DeviceAddress sender, IssuedCertificate honest) {
    return honest;
  }

  /// What is told of those who are watched.
  default List<Sighting> sightings(List<Sighting> honest) {
    return honest;
  }

  /// What the profile of `account` is.
  default StoredProfile profile(AccountId account, StoredProfile honest) {
    return honest;
  }

  /// Which blob is read when `blob` is asked for.
  default String blob(String blob) {
    return blob;
  }

  /// What its clock shows.
  default Instant now(Instant honest) {
    return honest;
  }

  /// Which status of `author` is read when `status` is asked for; null: there is none.
  default @Nullable MessageId status(AccountId author, MessageId status) {
    return status;
  }

  /// What becomes of the bytes of a blob from `from` on, on their way to `honest`.
  default WritableByteChannel blobBytes(long from, WritableByteChannel honest) {
    return honest;
  }
}
