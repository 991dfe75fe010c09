package org.juntos.store.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.juntos.store.Fixture.account;
import static org.juntos.store.Fixture.attachment;
import static org.juntos.store.Fixture.job;
import static org.juntos.store.Fixture.message;
import static org.juntos.store.Fixture.outgoing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.store.OpenStore;
import org.juntos.store.outbox.Outbox.Kind;
import org.juntos.store.outbox.Outbox.NewJob;
import org.juntos.wire.AccountId;

/// The rules of the outbox as a plain loop over all jobs, beside what the store answers.
class LanesTest extends OpenStore {
  private final TreeMap<Long, NewJob> jobs = new TreeMap<>();
  private final Set<Integer> uploading = new HashSet<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void any_history_agrees_with_the_rules(long seed) {
    openConversation();
    var random = new Random(seed);
    for (var step = 1; step <= 150; step++) {
      step(random, step);
      assertEquals(
          expected(),
          reading(txn -> txn.outbox().ready(100)).stream().map(Outbox.Job::id).toList(),
          "seed " + seed + ", step " + step);
      checkLane(recipient(random), 1 + random.nextInt(5), "seed " + seed + ", step " + step);
    }
  }

  private void step(Random random, int number) {
    switch (random.nextInt(5)) {
      case 0 -> addUpload(random, number);
      case 1, 2 -> add(job(recipient(random), number, kind(random)));
      case 3 -> finishUpload(random);
      default -> remove(random);
    }
  }

  private void addUpload(Random random, int number) {
    write(txn -> txn.history().append(outgoing(number, attachment("file"))));
    uploading.add(number);
    add(job(recipient(random), number, Kind.MESSAGE));
  }

  private void add(NewJob job) {
    jobs.put(writing(txn -> txn.outbox().add(job)), job);
  }

  private void finishUpload(Random random) {
    if (!uploading.isEmpty()) {
      var number = new ArrayList<>(uploading).get(random.nextInt(uploading.size()));
      uploading.remove(number);
      write(txn -> txn.attachments().uploaded(message(number), 0, "blob"));
    }
  }

  private void remove(Random random) {
    if (!jobs.isEmpty()) {
      var id = new ArrayList<>(jobs.keySet()).get(random.nextInt(jobs.size()));
      jobs.remove(id);
      write(txn -> txn.outbox().remove(id));
    }
  }

  private void checkLane(AccountId to, int limit, String when) {
    var lane = reading(txn -> txn.outbox().ready(to, limit)).stream().map(Outbox.Job::id).toList();
    var held = new HashSet<AccountId>();
    var expected =
        jobs.entrySet().stream()
            .filter(job -> job.getValue().to().equals(to) && mayLeave(job.getValue(), held))
            .map(Map.Entry::getKey)
            .limit(limit)
            .toList();
    assertEquals(expected, lane, when);
  }

  private boolean mayLeave(NewJob job, Set<AccountId> held) {
    if (job.kind() == Kind.MESSAGE && (isUploading(job) || held.contains(job.to()))) {
      held.add(job.to());
      return false;
    }
    return true;
  }

  private List<Long> expected() {
    var served = new HashSet<AccountId>();
    var held = new HashSet<AccountId>();
    var ready = new ArrayList<Long>();
    jobs.forEach((id, job) -> {
      if (mayLeave(job, held) && served.add(job.to())) {
        ready.add(id);
      }
    });
    return ready;
  }

  private boolean isUploading(NewJob job) {
    return uploading.contains((int) job.message().value().getLeastSignificantBits());
  }

  private static AccountId recipient(Random random) {
    return account(10 + random.nextInt(4));
  }

  private static Kind kind(Random random) {
    return List.of(Kind.MESSAGE, Kind.RECEIPT, Kind.CONTACT).get(random.nextInt(3));
  }
}
