package org.juntos.relay.access;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.FanOut;
import org.juntos.relay.mailbox.MailboxStore;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.wire.DeviceAddress;

/// Takes everything.
final class TakingStore implements MailboxStore {
  @Override
  public void append(List<Envelope> envelopes, Consumer<Appended> whenDecided) {
    whenDecided.accept(
        new Appended.Durable(
            envelopes.stream()
                .map(one ->
                    new Appended.Fresh(
                        one.destination(), new StoredEnvelope(one.id(), 1, 0, one.ciphertext())))
                .toList()));
  }

  @Override
  public void append(FanOut fanOut, Consumer<Appended> whenDecided) {
    append(fanOut.copies().stream().map(FanOut.Copy::own).toList(), whenDecided);
  }

  @Override
  public void acknowledge(DeviceAddress device, List<Acknowledged> envelopes, Runnable done) {
    throw new IllegalStateException("nobody is there");
  }

  @Override
  public void afterEachCommit(Runnable told) {}

  @Override
  public Page read(DeviceAddress device, long sequence, int maxBytes) {
    return new Page(List.of(), true);
  }

  @Override
  public int expire(Instant before, int atMost) {
    return 0;
  }

  @Override
  public int forgetRepeats(int atMost) {
    return 0;
  }
}
