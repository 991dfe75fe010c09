package org.juntos.crypto.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.metadata.certificate.SenderCertificate;
import org.signal.libsignal.metadata.certificate.ServerCertificate;
import org.signal.libsignal.protocol.ecc.ECKeyPair;
import org.signal.libsignal.protocol.ecc.ECPublicKey;

/// Certificates and prekeys as an honest relay gives them.
final class TestRelay {
  private static final Duration LIFE = Duration.ofDays(1);

  private final ECKeyPair root = ECKeyPair.generate();
  private final ECKeyPair server = ECKeyPair.generate();
  private final ServerCertificate certificate =
      new ServerCertificate(root.getPrivateKey(), 1, server.getPublicKey());
  private final Map<DeviceAddress, Stock> stocks = new LinkedHashMap<>();
  private final Map<AccountId, SignedList> lists = new LinkedHashMap<>();
  private final Map<AccountId, Bytes> identities = new LinkedHashMap<>();

  Bytes trustRoot() {
    return SoundKeys.bytes(root.getPublicKey());
  }

  Bytes certify(LocalDevice device, Instant now) {
    return certify(device.address(), UncheckedKeys.ec(device.identityKey()), now.plus(LIFE));
  }

  Bytes certify(DeviceAddress sender, ECPublicKey key, Instant expires) {
    return certify(sender.account().toString(), sender.device(), key, expires);
  }

  Bytes certify(String name, int device, ECPublicKey key, Instant expires) {
    SenderCertificate issued =
        certificate.issue(
            server.getPrivateKey(), name, Optional.empty(), device, key, expires.toEpochMilli());
    return Bytes.of(issued.getSerialized());
  }

  void publish(LocalDevice device, PublishedKeys keys) {
    identities.put(device.account(), device.identityKey());
    stocks.computeIfAbsent(device.address(), _ -> new Stock(device)).add(keys);
  }

  void publish(AccountId account, SignedList list) {
    lists.put(account, list);
  }

  void keepOnly(DeviceAddress device) {
    stocks
        .keySet()
        .removeIf(other -> other.account().equals(device.account()) && !other.equals(device));
  }

  /// Hands out one-time keys once.
  Bundles bundles(AccountId account) {
    var bundles = new ArrayList<DeviceBundle>();
    stocks.forEach((address, stock) -> {
      if (address.account().equals(account)) {
        bundles.add(stock.bundle());
      }
    });
    return new Bundles(
        Objects.requireNonNull(identities.get(account)),
        Objects.requireNonNull(lists.get(account)),
        bundles);
  }

  /// Bundles without one-time keys, as after somebody has fetched them all.
  Bundles exhausted(AccountId account) {
    stocks.forEach((address, stock) -> {
      if (address.account().equals(account)) {
        stock.oneTime.clear();
        stock.kyber.clear();
      }
    });
    return bundles(account);
  }

  static Bundles with(Bundles bundles, List<DeviceBundle> devices) {
    return new Bundles(bundles.identityKey(), bundles.deviceList(), devices);
  }

  private static final class Stock {
    private final LocalDevice device;
    private final Deque<PublicPrekey> oneTime = new ArrayDeque<>();
    private final Deque<SignedPublicPrekey> kyber = new ArrayDeque<>();
    private final List<SignedPublicPrekey> signed = new ArrayList<>();
    private final List<SignedPublicPrekey> lastResort = new ArrayList<>();

    Stock(LocalDevice device) {
      this.device = device;
    }

    void add(PublishedKeys keys) {
      var newSigned = keys.signedPrekey();
      var newLastResort = keys.lastResortKyberPrekey();
      if (newSigned != null) {
        signed.add(newSigned);
      }
      if (newLastResort != null) {
        lastResort.add(newLastResort);
      }
      oneTime.addAll(keys.oneTimePrekeys());
      kyber.addAll(keys.oneTimeKyberPrekeys());
    }

    DeviceBundle bundle() {
      return new DeviceBundle(
          device.device(),
          device.registrationId(),
          signed.getLast(),
          kyber.isEmpty() ? lastResort.getLast() : kyber.removeFirst(),
          oneTime.pollFirst());
    }
  }
}
