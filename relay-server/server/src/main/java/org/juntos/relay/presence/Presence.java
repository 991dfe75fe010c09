package org.juntos.relay.presence;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.mailbox.Recipients;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Which devices are connected at this moment. Thread-safe.
public final class Presence implements Recipients {
  private final ConcurrentMap<DeviceAddress, DeviceLink> links = new ConcurrentHashMap<>();

  /// Makes `link` the stream of `device`; an older one is ended.
  public void connect(DeviceAddress device, DeviceLink link) {
    var older = links.put(device, link);
    if (older != null) {
      older.end(DeviceLink.Ending.REPLACED);
    }
  }

  /// Forgets `link`, unless another one has taken its place.
  public void disconnect(DeviceAddress device, DeviceLink link) {
    links.remove(device, link);
  }

  @Override
  public @Nullable DeviceLink connected(DeviceAddress device) {
    return links.get(device);
  }

  /// Accounts that are connected.
  public Set<AccountId> accounts() {
    return links.keySet().stream().map(DeviceAddress::account).collect(Collectors.toSet());
  }

  /// Tells `device`, if it is connected.
  public void prekeysLow(DeviceAddress device) {
    var link = links.get(device);
    if (link != null) {
      link.prekeysLow();
    }
  }

  /// Ends all streams of an account that is gone.
  public void gone(AccountId account) {
    end(account, DeviceLink.Ending.GONE);
  }

  /// Ends the stream of a device that is gone.
  public void gone(DeviceAddress device) {
    var link = links.get(device);
    if (link != null) {
      link.end(DeviceLink.Ending.GONE);
    }
  }

  /// Ends all streams of an account that is kept out for now.
  public void suspended(AccountId account) {
    end(account, DeviceLink.Ending.SUSPENDED);
  }

  private void end(AccountId account, DeviceLink.Ending why) {
    links.forEach((device, link) -> {
      if (device.account().equals(account)) {
        link.end(why);
      }
    });
  }
}
