package org.juntos.bench.client.start;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.juntos.bench.client.people.Texts;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Years of messages with many people, one of whom is dear: most of all, and the newest, are with
/// them. One in thirty is a picture that has not been fetched; about half are one's own.
final class StoredMix {
  static final int CONVERSATIONS = 200;

  private static final int BATCH = 2_000;
  private static final int DEAR_PERCENT = 30;
  private static final int ONE_IN_PICTURE = 30;
  private static final Duration SPACING = Duration.ofMinutes(9);
  private static final int KEY_BYTES = 33;
  private static final byte CURVE_25519 = 5;

  private final DeviceAddress self;
  private final String relay;
  private final RandomGenerator random;
  private final Texts texts;
  private final Bytes thumbnail = thumbnail();
  private final List<AccountId> peers = new ArrayList<>();
  private final long[] sequences = new long[CONVERSATIONS];

  StoredMix(DeviceAddress self, String relay, RandomGenerator random) throws IOException {
    this.self = self;
    this.relay = relay;
    this.random = random;
    texts = new Texts(random);
    for (int i = 0; i < CONVERSATIONS; i++) {
      peers.add(new AccountId(id()));
    }
  }

  /// Adds all of it, the newest written at `until`.
  void write(Store store, int messages, Instant until) {
    var since = until.minus(SPACING.multipliedBy(messages));
    store.write(txn -> {
      peers.forEach(peer -> meet(txn, peer, since));
      return true;
    });
    for (int done = 0; done < messages; done += BATCH) {
      int first = done;
      int last = Math.min(messages, first + BATCH);
      store.write(txn -> {
        for (int i = first; i < last; i++) {
          append(
              txn,
              i == messages - 1 ? 0 : someone(),
              until.minus(SPACING.multipliedBy(messages - 1L - i)));
        }
        return true;
      });
    }
    store.write(txn -> {
      peers.forEach(peer -> txn.history().readUpTo(with(peer), Long.MAX_VALUE));
      return true;
    });
  }

  private void meet(Transaction txn, AccountId peer, Instant since) {
    var name = "Person " + (1 + peers.indexOf(peer));
    txn.contacts()
        .put(
            new Contact(
                peer, name, Contact.State.ACCEPTED, key(), false, Bytes.EMPTY, relay, since));
    txn.history().open(with(peer), peer, since);
  }

  private void append(Transaction txn, int peer, Instant at) {
    var message = new MessageId(id());
    boolean outgoing = random.nextBoolean();
    boolean picture = !outgoing && random.nextInt(ONE_IN_PICTURE) == 0;
    sequences[peer]++;
    txn.history()
        .append(
            new History.NewEntry(
                message,
                with(peers.get(peer)),
                outgoing ? self : new DeviceAddress(peers.get(peer), DeviceAddress.PRIMARY_DEVICE),
                outgoing,
                sequences[peer],
                Entry.Kind.MESSAGE,
                picture ? "" : texts.next(),
                at,
                at,
                picture ? List.of(picture()) : List.of()));
    if (outgoing) {
      txn.history().markAccepted(message, at);
      txn.history().markSeen(message, at.plusSeconds(30));
    }
  }

  private int someone() {
    return random.nextInt(100) < DEAR_PERCENT
        ? 0
        : random.nextInt(1 + random.nextInt(CONVERSATIONS));
  }

  private ConversationId with(AccountId peer) {
    return ConversationId.ofTwo(self.account(), peer);
  }

  private Attachment picture() {
    return new Attachment(
        id().toString(),
        bytes(64),
        bytes(32),
        2_000_000,
        2_000_100,
        "IMG_" + random.nextInt(10_000) + ".jpg",
        "image/jpeg",
        Attachment.Kind.IMAGE,
        new Attachment.Preview(
            1600, 1200, 0, "LEHV6nWB2yk8pyo0adR*.7kCMdnj", thumbnail, Bytes.EMPTY));
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private Bytes key() {
    var key = new byte[KEY_BYTES];
    random.nextBytes(key);
    key[0] = CURVE_25519;
    key[KEY_BYTES - 1] &= 0x7f;
    return Bytes.of(key);
  }

  private Bytes bytes(int size) {
    var bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  private static Bytes thumbnail() throws IOException {
    var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 64, 48, Color.BLUE));
    pen.fillRect(0, 0, 64, 48);
    pen.dispose();
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", jpeg);
    return Bytes.of(jpeg.toByteArray());
  }
}
