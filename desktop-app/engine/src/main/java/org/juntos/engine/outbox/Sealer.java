package org.juntos.engine.outbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.crypto.session.Sealed;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.Self;
import org.juntos.store.Transaction;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.outbox.Outbox.SealedEnvelope;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Turns a job into bytes, once: what is sealed is kept with the job, and every retry sends the
/// same bytes under the same envelope ids.
final class Sealer {
  private final Self self;
  private final CryptoSource cryptos;

  Sealer(Self self, CryptoSource cryptos) {
    this.self = self;
    this.cryptos = cryptos;
  }

  SealResult seal(Transaction txn, Outbox.Job job, Bytes certificate) {
    var sealed = txn.outbox().sealed(job.id());
    if (!sealed.isEmpty()) {
      return new SealResult.Fixed(sealed);
    }
    var devices = cryptos.in(txn).recipients(job.what().to());
    if (devices.isEmpty()) {
      return new SealResult.NoSession();
    }
    var content = content(txn, job.what());
    if (content == null) {
      return new SealResult.Impossible("refused");
    }
    long sequence = Numbering.of(txn, job, job.what().to());
    var sealing = new Sealing(txn, job.what(), sequence, content, certificate);
    var envelopes = new ArrayList<SealedEnvelope>();
    for (int device : devices) {
      var refusal = sealing.add(device, envelopes);
      if (refusal != null) {
        return refusal;
      }
    }
    txn.outbox().putSealed(job.id(), envelopes);
    return new SealResult.Fixed(envelopes);
  }

  private static @Nullable Content content(Transaction txn, Outbox.NewJob job) {
    var content = JobContent.of(txn, job);
    return content == null ? null : HandingOver.withKey(txn, job.to(), content);
  }

  /// One content for the devices of one account.
  private final class Sealing {
    private final Transaction txn;
    private final Outbox.NewJob job;
    private final long sequence;
    private final Content content;
    private final Bytes certificate;

    Sealing(Transaction txn, Outbox.NewJob job, long sequence, Content content, Bytes certificate) {
      this.txn = txn;
      this.job = job;
      this.sequence = sequence;
      this.content = content;
      this.certificate = certificate;
    }

    /// Adds the envelope for a device; returns why not.
    @Nullable SealResult add(int device, List<SealedEnvelope> envelopes) {
      var to = new DeviceAddress(job.to(), device);
      var binding = new Binding(self.address(), to, job.conversation(), job.message(), sequence);
      var sealed = cryptos.in(txn).seal(to, job.identityKey(), binding, content, certificate);
      return switch (sealed) {
        case Sealed.Ciphertext(var bytes) -> {
          envelopes.add(new SealedEnvelope(RandomIds.next(cryptos.random()), device, bytes));
          yield null;
        }
        case Sealed.NoSession() -> new SealResult.NoSession();
        case Sealed.IdentityMismatch _ -> new SealResult.Impossible("identity-changed");
        case Sealed.BadCertificate _ -> new SealResult.BadCertificate();
      };
    }
  }
}
