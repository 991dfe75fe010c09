package org.juntos.relay.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.relay.audit.AuditLine;

/// Counts of each day: see [org.juntos.relay.audit.AuditStore].
public abstract class AuditContract extends StoreContract {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);

  /// Of the store that `opening` opens.
  protected AuditContract(Opening opening) {
    super(opening);
  }

  private static AuditLine line(LocalDate day, long count) {
    return new AuditLine(day, "message", 1_024, count, 100 * count);
  }

  private void add(AuditLine... lines) throws IOException {
    store.ports().audit().add(List.of(lines));
  }

  private List<AuditLine> since(LocalDate day) throws IOException {
    return store.ports().audit().since(day);
  }

  @Test
  void counts_of_a_day_add_up_over_restarts_and_days_stay_apart() throws IOException {
    add(line(TUESDAY, 1), line(MONDAY, 2));
    store.reopen();
    add(line(MONDAY, 3));
    assertEquals(List.of(line(MONDAY, 5), line(TUESDAY, 1)), since(MONDAY));
    assertEquals(List.of(line(TUESDAY, 1)), since(TUESDAY));
  }

  @Test
  void kinds_and_sizes_are_counted_apart() throws IOException {
    var file = new AuditLine(MONDAY, "file", 1_024, 1, 7);
    var large = new AuditLine(MONDAY, "message", Long.MAX_VALUE, 1, 1L << 40);
    add(file, large, line(MONDAY, 1));
    assertEquals(List.of(file, line(MONDAY, 1), large), since(MONDAY));
  }

  @Test
  void old_days_are_forgotten() throws IOException {
    add(line(MONDAY, 1), line(TUESDAY, 1));
    assertEquals(1, store.ports().audit().forget(TUESDAY));
    assertEquals(List.of(line(TUESDAY, 1)), since(MONDAY));
  }
}
