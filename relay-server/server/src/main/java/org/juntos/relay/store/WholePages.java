package org.juntos.relay.store;

import java.io.IOException;
import org.juntos.relay.mailbox.MailboxStore.Page;

/// Reads in a mailbox while copies for it are taken in and filed. A page must not leave out a copy
/// that lies between two that it has: nobody would read there again. So when one may be unfiled,
/// all are filed, and the page ends with what was there at that time.
final class WholePages {
  /// After any sequence.
  static final long END = Long.MAX_VALUE;

  private WholePages() {}

  /// One mailbox, from where somebody reads on.
  interface Mailbox {
    /// See [Unfiled#look].
    Unfiled.Look look();

    /// Files all that is there; the sequence of what comes next, up to which nothing is left out.
    long file() throws IOException;

    /// What is in the mailbox.
    ///
    /// @param last sequence, or [#END]
    Page page(long last) throws IOException;
  }

  static Page read(Mailbox mailbox) throws IOException {
    while (true) {
      var before = mailbox.look();
      if (!before.isThere()) {
        var page = mailbox.page(END);
        if (mailbox.look().equals(before)) {
          return page;
        }
      }
      var filed = mailbox.page(mailbox.file());
      if (!filed.envelopes().isEmpty()) {
        return new Page(filed.envelopes(), false); // there may be more by now
      }
    }
  }
}
