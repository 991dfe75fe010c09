package org.juntos.relay.metric;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.FanOut;
import org.juntos.relay.mailbox.MailboxStore;
import org.juntos.wire.DeviceAddress;

/// A mailbox store that counts what goes through it, and how long a sender waits for the disk.
final class MeasuredMailbox implements MailboxStore {
  private final MailboxStore store;
  private final Audit audit;
  private final Timer accepted;
  private final Timer unknown;
  private final Timer later;
  private final Timer full;
  private final LongAdder envelopes = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder acknowledged = new LongAdder();
  private final LongAdder fanOuts = new LongAdder();
  private final LongAdder expired = new LongAdder();

  MeasuredMailbox(MailboxStore store, MeterRegistry registry, Audit audit) {
    this.store = store;
    this.audit = audit;
    this.accepted = timer(registry, "accepted");
    this.unknown = timer(registry, "no-such-device");
    this.later = timer(registry, "later");
    this.full = timer(registry, "queue-full");
    counter(registry, "juntos.relay.envelopes", "Envelopes accepted, repeats aside", envelopes);
    counter(registry, "juntos.relay.envelope.bytes", "Ciphertext accepted", bytes);
    counter(registry, "juntos.relay.acknowledgements", "Envelopes acknowledged", acknowledged);
    counter(registry, "juntos.relay.fanouts", "Messages to many devices at once", fanOuts);
    counter(registry, "juntos.relay.expired", "Envelopes that nobody fetched in time", expired);
  }

  private static Timer timer(MeterRegistry registry, String outcome) {
    return Timer.builder("juntos.relay.accept")
        .description("From taking a send in to its answer, commit included")
        .tag("outcome", outcome)
        .serviceLevelObjectives(RelayMetrics.LATENCIES)
        .register(registry);
  }

  private static void counter(
      MeterRegistry registry, String name, String description, LongAdder value) {
    FunctionCounter.builder(name, value, LongAdder::doubleValue)
        .description(description)
        .register(registry);
  }

  @Override
  public void append(List<Envelope> sent, Consumer<Appended> whenDecided) {
    long begun = System.nanoTime();
    store.append(
        sent,
        appended -> {
          count(appended, System.nanoTime() - begun);
          whenDecided.accept(appended);
        });
  }

  @Override
  public void append(FanOut sent, Consumer<Appended> whenDecided) {
    long begun = System.nanoTime();
    store.append(
        sent,
        appended -> {
          if (appended instanceof Appended.Durable(var fresh) && !fresh.isEmpty()) {
            fanOuts.increment();
          }
          count(appended, System.nanoTime() - begun);
          whenDecided.accept(appended);
        });
  }

  private void count(Appended appended, long nanos) {
    switch (appended) {
      case Appended.Durable(var fresh) -> {
        accepted.record(nanos, TimeUnit.NANOSECONDS);
        for (var envelope : fresh) {
          int size = envelope.envelope().size();
          envelopes.increment();
          bytes.add(size);
          audit.message(size);
        }
      }
      case Appended.NoSuchDevice _ -> unknown.record(nanos, TimeUnit.NANOSECONDS);
      case Appended.OtherDevices _ -> unknown.record(nanos, TimeUnit.NANOSECONDS);
      case Appended.Later _ -> later.record(nanos, TimeUnit.NANOSECONDS);
      case Appended.QueueFull _ -> full.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void acknowledge(DeviceAddress device, List<Acknowledged> envelopes, Runnable whenDone) {
    acknowledged.add(envelopes.size());
    store.acknowledge(device, envelopes, whenDone);
  }

  @Override
  public void afterEachCommit(Runnable told) {
    store.afterEachCommit(told);
  }

  @Override
  public Page read(DeviceAddress device, long sequence, int maxBytes) throws IOException {
    return store.read(device, sequence, maxBytes);
  }

  @Override
  public int expire(Instant before, int atMost) throws IOException {
    int gone = store.expire(before, atMost);
    expired.add(gone);
    return gone;
  }

  @Override
  public int forgetRepeats(int atMost) throws IOException {
    return store.forgetRepeats(atMost);
  }
}
