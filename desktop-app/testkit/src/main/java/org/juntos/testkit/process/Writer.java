package org.juntos.testkit.process;

import java.util.concurrent.locks.LockSupport;

/// Writes the messages of one person, one after the other, as fast as the relay takes them.
final class Writer {
  private static final int MOST_UNSENT = 64;
  private static final long PAUSE_NANOS = 10_000_000;

  private final Resident resident;
  private final Talk talk;
  private final int person;
  private volatile int written;

  /// @param next the number of the first
  Writer(Resident resident, Talk talk, int person, int next) {
    this.resident = resident;
    this.talk = talk;
    this.person = person;
    written = next;
  }

  void start() {
    Thread.ofVirtual()
        .start(() -> {
          try {
            write();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  int written() {
    return written;
  }

  private void write() throws InterruptedException {
    int count = talk.count(person);
    for (int number = written; number < count; number++) {
      var conversation = talk.conversation(person, number);
      while (resident.unsent() > MOST_UNSENT
          || !resident.write(conversation, Talk.message(person, number))) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      written = number + 1;
    }
  }
}
