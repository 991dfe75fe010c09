package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.juntos.testkit.process.Child;

/// Makes somebody write all the time, and keeps what they have written for sure, and what perhaps.
final class Chatter implements Runnable {
  private static final long PAUSE_NANOS = 20_000_000;

  private final String name;
  private final Child person;
  private final List<String> written = new ArrayList<>();
  private final Set<String> perhaps = new HashSet<>();
  private volatile boolean stopped;
  private final Thread thread;

  private Chatter(String name, Child person) {
    this.name = name;
    this.person = person;
    thread = Thread.ofVirtual().unstarted(this);
  }

  static Chatter start(String name, Child person) {
    var chatter = new Chatter(name, person);
    chatter.thread.start();
    return chatter;
  }

  @Override
  public void run() {
    for (int i = 0; !stopped; i++) {
      var text = name + i;
      var answer = person.ask("write " + text);
      if ("done".equals(answer)) {
        written.add(text);
      } else {
        perhaps.add(text); // killed before it could say
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
  }

  /// What was written is shown once and in order; what perhaps was is shown at most once.
  void assertShownOnceBy(Child reader) {
    var texts = String.valueOf(reader.ask("texts"));
    var shown = List.of(texts.split(","));
    assertEquals(shown.size(), new HashSet<>(shown).size(), "shown twice");
    var sure = shown.stream().filter(text -> !perhaps.contains(text)).toList();
    assertEquals(written, sure);
    assertTrue(written.size() > 10, "hardly anything was written: " + written.size());
  }
}
