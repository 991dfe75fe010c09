package org.juntos.store.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.juntos.store.Fixture.ALICE;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.message;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.store.history.EarlyMarks.Mark;
import org.juntos.store.history.EarlyReceipts.Early;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// The devices of the account, and what comes before them.
class OwnDevicesTest extends OpenStore {
  private static final OwnDevice DESKTOP = new OwnDevice(1, "Desktop", START);
  private static final OwnDevice LAPTOP = new OwnDevice(2, "Laptop", START.plusSeconds(1));

  @Test
  void devices_are_known_by_name_until_they_are_taken_off() {
    write(txn -> txn.devices().put(LAPTOP));
    write(txn -> txn.devices().put(DESKTOP));
    assertEquals(List.of(DESKTOP, LAPTOP), reading(txn -> txn.devices().all()));
    var renamed = new OwnDevice(2, "Old laptop", START);
    write(txn -> txn.devices().put(renamed));
    write(txn -> txn.devices().keepOnly(Set.of(2, 3)));
    assertEquals(List.of(renamed), reading(txn -> txn.devices().all()));
  }

  @Test
  void an_early_receipt_is_kept_for_the_account_that_gave_it() {
    write(txn -> txn.earlyReceipts().keep(BOB, message(1), new Early(1, false, START)));
    write(txn -> txn.earlyReceipts().keep(BOB, message(1), new Early(1, true, START)));
    write(
        txn -> txn.earlyReceipts().keep(BOB, message(1), new Early(1, true, START.plusSeconds(9))));
    assertEquals(List.of(), taken(ALICE));
    assertEquals(
        Set.of(new Early(1, false, START), new Early(1, true, START)), Set.copyOf(taken(BOB)));
    assertEquals(List.of(), taken(BOB), "once");
  }

  private List<Early> taken(AccountId from) {
    return writing(txn -> txn.earlyReceipts().take(from, message(1)));
  }

  @Test
  void nobody_fills_the_store_with_early_receipts() {
    write(txn -> {
      for (int i = 0; i < 2_100; i++) {
        txn.earlyReceipts().keep(BOB, message(i), new Early(1, false, START));
      }
    });
    assertEquals(List.of(), writing(txn -> txn.earlyReceipts().take(BOB, message(51))));
    assertEquals(1, writing(txn -> txn.earlyReceipts().take(BOB, message(52))).size());
  }

  @Test
  void what_was_done_elsewhere_to_a_message_that_is_to_come_is_kept_and_not_for_too_many() {
    write(txn -> {
      txn.earlyMarks().keep(message(1), Mark.READ);
      txn.earlyMarks().keep(message(1), Mark.READ);
      txn.earlyMarks().keep(message(1), Mark.PLAYED);
    });
    assertEquals(List.of(Mark.READ, Mark.PLAYED), marks(1));
    assertEquals(List.of(), marks(1), "once");
    write(txn -> {
      for (int i = 0; i < 2_100; i++) {
        txn.earlyMarks().keep(message(i), Mark.READ);
      }
    });
    assertEquals(List.of(), marks(51));
    assertEquals(List.of(Mark.READ), marks(52));
  }

  private List<Mark> marks(int message) {
    return writing(txn -> txn.earlyMarks().take(message(message)));
  }

  @Test
  void a_new_device_counts_where_nobody_has_and_hears_on_where_the_others_are() {
    write(txn -> txn.history().beginCounting(START));
    long base = START.toEpochMilli() << 21;
    long next = writing(txn -> txn.history().nextSequence(WITH_BOB, BOB));
    assertEquals(base + 1, next);
    var first = new DeviceAddress(BOB, 1);
    write(txn -> txn.history().countFrom(WITH_BOB, first, 56));
    write(txn -> txn.history().countFrom(WITH_BOB, first, 99));
    assertEquals(0, writing(txn -> txn.history().arrived(WITH_BOB, first, 57)).missing());
    assertEquals(Map.of(1, 57L), reading(txn -> txn.history().counted(WITH_BOB, BOB)));
  }

  @Test
  void whoever_shows_devices_is_told() {
    write(txn -> txn.devices().put(LAPTOP));
    assertEquals(List.of(List.of(new Change.Devices())), commits);
  }
}
