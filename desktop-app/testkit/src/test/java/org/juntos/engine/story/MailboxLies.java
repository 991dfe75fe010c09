package org.juntos.engine.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.SendRequest;
import org.juntos.testkit.lie.Lies;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What a relay can do to what is put into mailboxes and taken out of them. All of it is said in
/// simulated worlds and over sockets alike.
final class MailboxLies {
  private MailboxLies() {}

  /// The same envelope under another id.
  static Delivered relabelled(Delivered envelope, Random random) {
    return envelope(envelope.ciphertext(), random);
  }

  /// An envelope that nobody has sent.
  static Delivered envelope(Bytes ciphertext, Random random) {
    var id = new UUID(random.nextLong(), random.nextLong());
    return new Delivered(id, 1, Instant.parse("2026-01-01T00:00:00Z"), ciphertext);
  }

  /// The ids of what comes together are exchanged.
  static Lies swappedIds() {
    return new Lies() {
      @Override
      public List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
        var ids = new ArrayList<>(honest.stream().map(Delivered::id).toList());
        Collections.reverse(ids);
        var swapped = new ArrayList<Delivered>();
        for (int i = 0; i < honest.size(); i++) {
          var one = honest.get(i);
          swapped.add(
              new Delivered(ids.get(i), one.sequence(), one.acceptedAt(), one.ciphertext()));
        }
        return swapped;
      }
    };
  }

  /// What comes together comes the other way round.
  static Lies reversed() {
    return new Lies() {
      @Override
      public List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
        return honest.reversed();
      }
    };
  }

  /// All is called accepted, and nothing is.
  static Lies nothingTaken() {
    return new Lies() {
      @Override
      public List<SendRequest> sends(DeviceAddress from, List<SendRequest> honest) {
        return List.of();
      }
    };
  }

  /// Every delivery comes among copies under its own and other ids and rubbish.
  static Lies mess(Random random) {
    return new Lies() {
      @Override
      public synchronized List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
        var told = new ArrayList<Delivered>();
        for (var envelope : honest) {
          var rubbish = new byte[random.nextInt(2_000)];
          random.nextBytes(rubbish);
          told.add(envelope(Bytes.of(rubbish), random));
          told.addAll(List.of(envelope, envelope, relabelled(envelope, random)));
        }
        Collections.shuffle(told, random);
        return told;
      }
    };
  }

  /// What is for one account is not delivered.
  static final class Withholding implements Lies {
    private final AccountId account;
    private final LinkedBlockingQueue<Delivered> withheld = new LinkedBlockingQueue<>();

    Withholding(AccountId account) {
      this.account = account;
    }

    @Override
    public List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
      if (!to.account().equals(account)) {
        return honest;
      }
      withheld.addAll(honest);
      return List.of();
    }

    /// The oldest that has not been taken from here; waits for it.
    Delivered next() throws InterruptedException {
      var next = withheld.poll(30, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing was withheld");
      }
      return next;
    }
  }

  /// Puts what cannot be opened, of several kinds, before everything that is for one account.
  static final class Poison implements Lies {
    private final AccountId account;
    private final Random random;
    private final Set<UUID> ids = new HashSet<>();

    Poison(AccountId account, Random random) {
      this.account = account;
      this.random = random;
    }

    @Override
    public synchronized List<Delivered> deliveries(DeviceAddress to, List<Delivered> honest) {
      if (!to.account().equals(account)) {
        return honest;
      }
      var told = new ArrayList<Delivered>();
      for (var envelope : honest) {
        var bytes = envelope.ciphertext().toArray();
        bytes[bytes.length / 2] ^= 1;
        for (var rubbish :
            List.of(new byte[0], new byte[] {0x11, 1, 2}, new byte[100_000], bytes)) {
          var poison = envelope(Bytes.of(rubbish), random);
          ids.add(poison.id());
          told.add(poison);
        }
        told.add(envelope);
      }
      return told;
    }

    /// What nobody has sent.
    synchronized Set<UUID> ids() {
      return Set.copyOf(ids);
    }
  }
}
