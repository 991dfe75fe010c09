package org.juntos.engine.story;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.DeviceBundle;
import org.juntos.crypto.session.PublicPrekey;
import org.juntos.crypto.session.SignedList;
import org.juntos.crypto.session.SignedPublicPrekey;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.testkit.lie.Lies;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What a relay can do to the keys that it hands out. All of it is said in simulated worlds and
/// over sockets alike.
final class KeyLies {
  /// No keys at all, half a key, the point of low order, and a kind of key that there is not.
  static final List<Bytes> RUBBISH =
      List.of(
          Bytes.EMPTY,
          Bytes.ofHex("05"),
          Bytes.ofHex("05" + "00".repeat(32)),
          Bytes.ofHex("07" + "11".repeat(32)));

  private KeyLies() {}

  /// Everybody's keys are changed.
  static Lies bundles(UnaryOperator<Bundles> change) {
    return new Lies() {
      @Override
      public Bundles bundles(AccountId account, Bundles honest) {
        return change.apply(honest);
      }
    };
  }

  /// Everybody has a device more, which nobody has listed.
  static Lies ghostDevice() {
    return bundles(honest -> {
      var devices = new ArrayList<>(honest.devices());
      var own = devices.getFirst();
      devices.add(
          new DeviceBundle(
              2,
              own.registrationId() + 1,
              own.signedPrekey(),
              own.kyberPrekey(),
              own.oneTimePrekey()));
      return new Bundles(honest.identityKey(), honest.deviceList(), devices);
    });
  }

  /// Everybody's list of devices has been written by the relay.
  static Lies rewrittenList() {
    return bundles(honest -> {
      var list = honest.deviceList().list().toArray();
      list[list.length - 1] ^= 1;
      var rewritten = new SignedList(Bytes.of(list), honest.deviceList().signature());
      return new Bundles(honest.identityKey(), rewritten, honest.devices());
    });
  }

  /// Everybody gets the same certificate.
  static final class Certifying implements Lies {
    private final IssuedCertificate told;
    private final AtomicInteger asked = new AtomicInteger();

    Certifying(IssuedCertificate told) {
      this.told = told;
    }

    @Override
    public IssuedCertificate certificate(DeviceAddress sender, IssuedCertificate honest) {
      asked.incrementAndGet();
      return told;
    }

    /// How often one was asked for. Whoever uses what they got asks once in half a day.
    int asked() {
      return asked.get();
    }
  }

  /// One of the keys that are handed out.
  enum Part {
    IDENTITY,
    SIGNED,
    KYBER,
    ONE_TIME;

    /// This key of everybody is `key`.
    Lies is(Bytes key) {
      return bundles(honest ->
          new Bundles(
              this == IDENTITY ? key : honest.identityKey(),
              honest.deviceList(),
              honest.devices().stream().map(device -> with(device, key)).toList()));
    }

    private DeviceBundle with(DeviceBundle device, Bytes key) {
      return new DeviceBundle(
          device.device(),
          device.registrationId(),
          this == SIGNED ? with(device.signedPrekey(), key) : device.signedPrekey(),
          this == KYBER ? with(device.kyberPrekey(), key) : device.kyberPrekey(),
          this == ONE_TIME ? new PublicPrekey(1, key) : device.oneTimePrekey());
    }

    private static SignedPublicPrekey with(SignedPublicPrekey honest, Bytes key) {
      return new SignedPublicPrekey(honest.id(), key, honest.signature());
    }
  }
}
