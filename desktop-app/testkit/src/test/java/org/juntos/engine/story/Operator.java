package org.juntos.engine.story;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.crypto.session.Bundles;
import org.juntos.engine.connection.IssuedCertificate;
import org.juntos.testkit.world.World;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What whoever runs a relay can do for somebody else.
interface Operator {
  InstantSource clock();

  SecureRandom random();

  /// Keys to start sessions with `target`.
  Bundles bundles(AccountId target) throws IOException;

  /// States that `sender` has `identityKey`, true or not.
  IssuedCertificate certify(DeviceAddress sender, Bytes identityKey);

  /// The operator of the relay of a simulated world.
  static Operator of(World world) {
    return new Operator() {
      @Override
      public InstantSource clock() {
        return world.clock();
      }

      @Override
      public SecureRandom random() {
        return world.random();
      }

      @Override
      public Bundles bundles(AccountId target) throws IOException {
        return world.relay().bundles(target);
      }

      @Override
      public IssuedCertificate certify(DeviceAddress sender, Bytes identityKey) {
        return world.relay().certify(sender, identityKey);
      }
    };
  }
}
