package org.juntos.bench.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.juntos.bench.load.Account;
import org.juntos.bench.load.Drain;
import org.juntos.bench.load.Load;
import org.juntos.bench.load.Mailbox;
import org.juntos.bench.load.Meter;
import org.juntos.bench.process.ServerProcess;

/// Mailboxes of devices that are away, dealt out to senders as cards are.
final class Queued implements AutoCloseable {
  private final ServerProcess server;
  private final Meter meter = new Meter();
  private final Load load = new Load(meter);
  private final List<Mailbox> mailboxes = new ArrayList<>();
  private final int senders;

  /// @param away a multiple of the number of senders
  Queued(ServerProcess server, List<Account> senders, List<Account> away) throws IOException {
    this.server = server;
    this.senders = senders.size();
    int each = away.size() / senders.size();
    for (int i = 0; i < senders.size(); i++) {
      var hand = away.subList(i * each, (i + 1) * each);
      for (int card = 0; card < each; card++) {
        mailboxes.add(new Mailbox(hand.get(card), card + 1L, each));
      }
      load.sender(server.target(), senders.get(i), hand, true, 0);
    }
  }

  /// Queues until there are `total` messages in all.
  ///
  /// @param window messages of each sender on their way
  Stretch growTo(long total, int window) throws IOException {
    long before = meter.acceptedSoFar();
    var begun = Stretch.Begun.now(server);
    load.allow(total / senders);
    load.startClosed(window);
    load.awaitAccepted(total / senders * senders);
    return begun.end(meter.acceptedSoFar() - before);
  }

  /// All devices come and take what is theirs, on `there`.
  Stretch drain(ServerProcess there) throws IOException, InterruptedException {
    var begun = Stretch.Begun.now(there);
    return begun.end(new Drain(there.target()).all(mailboxes));
  }

  /// Messages that were accepted so far.
  long accepted() {
    return meter.acceptedSoFar();
  }

  @Override
  public void close() throws IOException {
    load.close();
  }
}
