package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.account.AccountStore.Outcome;
import org.juntos.relay.audit.AuditLine;
import org.juntos.relay.group.StoredGroup;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.relay.mailbox.MailboxStore.Acknowledged;
import org.juntos.relay.otp.CodeSession;
import org.juntos.relay.otp.ContactKind;
import org.juntos.relay.otp.LiveCode;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Two accounts and all that a relay does for them, from registration to deletion. Remembers what
/// it was told is done, and holds the store to it. Whatever was refused may be asked for again.
final class Life {
  private static final int KEYS = 3;
  private static final String TO_BOTH = "to both";
  private static final long NEXT_YEAR_NS = Duration.ofDays(365 * 57).toNanos();

  private final StoreFixture store;
  private final OtpStore codes;
  private final LocalDate day;
  private final DeviceAddress alice = device();
  private final DeviceAddress bob = device();
  private final Envelope first = StoreFixture.envelope(alice, "first");
  private final Envelope second = StoreFixture.envelope(alice, "second");
  private final Envelope forBob = StoreFixture.envelope(bob, "for bob");
  private final OneFile file;
  private final Bytes session = StoreFixture.text(UUID.randomUUID().toString());
  private final Set<String> accepted = new LinkedHashSet<>();
  private final List<Integer> given = new ArrayList<>();
  private final Set<String> tried = new HashSet<>();
  private int handOuts;
  private int admissions;

  Life(StoreFixture store, OtpStore codes, int number) {
    this.store = store;
    this.codes = codes;
    this.day = LocalDate.EPOCH.plusDays(number);
    this.file = new OneFile(store, alice.account(), number);
  }

  private static DeviceAddress device() {
    return new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
  }

  private interface Step {
    /// Whether it was accepted.
    boolean take() throws IOException;
  }

  /// An exception that is not of the contract ends the test.
  private void attempt(String what, Step step) {
    tried.add(what);
    try {
      if (step.take()) {
        accepted.add(what);
      }
    } catch (IOException refused) {
      assertNotNull(refused.getMessage(), what + " was refused without a word");
    }
  }

  void live() {
    attempt("alice", () -> register(alice));
    attempt("bob", () -> register(bob));
    attempt("keys", () -> store.store().prekeys().add(alice, StoreFixture.keys(KEYS)));
    attempt("hand out", this::handOut);
    attempt("hand out again", this::handOut);
    attempt("both", () -> append(first, forBob));
    attempt("second", () -> append(second));
    attempt("read", this::read);
    attempt("acknowledged", this::acknowledge);
    attempt("repeat", () -> append(first));
    attempt("room", file::room);
    attempt("half", file::uploadHalf);
    attempt("whole", file::uploadAll);
    attempt("download", file::download);
    attempt("code", () -> putCode(5));
    attempt("try", () -> putCode(4));
    attempt("opened", this::open);
    attempt("locked", () -> store.store().locks().set(alice.account(), StoreFixture.text("pin")));
    attempt("wrong pin", this::tryLock);
    attempt("unlocked", () -> store.store().locks().clear(alice.account()));
    attempt("to both", this::fanOut);
    attempt("group", this::makeGroup);
    attempt("changed group", this::changeGroup);
    attempt("named", () -> store.store().names().take(alice.account(), session));
    attempt("found", () -> alice.account().equals(store.store().names().owner(session)));
    attempt("unnamed", () -> store.store().names().drop(alice.account()));
    attempt("suspended", () -> store.store().suspensions().set(bob.account(), true));
    attempt("audited", this::audit);
    attempt("looked", this::look);
    attempt("swept", this::sweep);
    attempt("deleted", () -> store.store().accounts().delete(bob.account()));
  }

  /// Asks for all of it again, without faults; the ways out come last.
  void liveAgain() throws IOException {
    if (store.store().accounts().secretHash(bob) == null) {
      admissions++; // the last one is spent
    }
    accepted.clear();
    live();
    var refused = new HashSet<>(tried);
    refused.removeAll(accepted);
    assertEquals(Set.of(), refused, "refused without a fault");
    check();
    assertEquals(List.of("second"), store.texts(alice));
  }

  void end() throws IOException {
    assertTrue(store.store().accounts().delete(alice.account()));
    store.store().accounts().delete(bob.account());
    assertNull(store.store().inventory().on(alice.account()));
    store.store().blobs().expire(StoreFixture.START, 100);
    assertEquals(1, store.store().groups().expire(StoreFixture.START.plusMillis(1), 10));
    file.checkGone();
  }

  private boolean register(DeviceAddress device) throws IOException {
    var subject = device.toString();
    var token = subject + (device.equals(bob) ? " " + admissions : "");
    return store.register(device, subject, token) instanceof Outcome.Registered;
  }

  private boolean open() throws IOException {
    store.store().attendance().open(store.today());
    store.store().attendance().seen(alice.account(), store.today());
    assertEquals(List.of(), store.store().attendance().expire(store.today(), 10));
    return true;
  }

  private boolean tryLock() throws IOException {
    var lock =
        store.store().locks().attempt(StoreFixture.text(alice.toString()), store.keys("wrong", ""));
    return lock != null && !lock.opened();
  }

  private boolean handOut() throws IOException {
    handOuts++;
    var handOut = store.store().prekeys().handOut(alice.account());
    if (handOut == null) {
      return false;
    }
    var key = handOut.bundles().getFirst().oneTimePrekey();
    if (key != null) {
      given.add(key.id());
    }
    return true;
  }

  private boolean append(Envelope... envelopes) {
    return store.append(envelopes) instanceof Appended.Durable;
  }

  /// Whoever gets it fetches it at once.
  private boolean fanOut() throws IOException {
    boolean accepted =
        store.append(StoreFixture.fanOut(TO_BOTH, alice, bob)) instanceof Appended.Durable;
    for (var device : List.of(alice, bob)) {
      var there = store.all(device).stream().filter(e -> !e.shared().isEmpty()).toList();
      assertTrue(!accepted || !there.isEmpty(), "what was for both is lost");
      store.acknowledgeAt(
          device, there.stream().map(e -> new Acknowledged(e.sequence(), e.size())).toList());
    }
    return accepted;
  }

  private StoredGroup group(int revision) {
    return new StoredGroup(
        StoreFixture.text(alice.toString()),
        revision,
        StoreFixture.text("head " + revision),
        StoreFixture.text("state " + revision),
        revision > 0);
  }

  private boolean makeGroup() throws IOException {
    return store.store().groups().make(group(0), session)
        || store.store().groups().find(group(0).publicParams()) != null;
  }

  private boolean changeGroup() throws IOException {
    return store.store().groups().step(group(0), group(1), session, StoreFixture.START)
        || group(1).equals(store.store().groups().find(group(0).publicParams()));
  }

  /// A state is there with the changes that led to it, and with no other.
  private void checkGroup() throws IOException {
    var groups = store.store().groups();
    var name = group(0).publicParams();
    var there = groups.find(name);
    assertEquals(there != null, groups.change(name, 0) != null, "half of a group");
    assertEquals(group(1).equals(there), groups.change(name, 1) != null, "half of a change");
    assertTrue(!accepted.contains("group") || there != null, "the group is lost");
    assertTrue(!accepted.contains("changed group") || group(1).equals(there), "lost a change");
  }

  private boolean read() throws IOException {
    assertHolds(store.texts(alice));
    return true;
  }

  private boolean acknowledge() throws IOException {
    var there =
        store.all(alice).stream().filter(envelope -> envelope.id().equals(first.id())).toList();
    store.acknowledgeAt(
        alice, there.stream().map(e -> new Acknowledged(e.sequence(), e.size())).toList());
    return true;
  }

  private boolean putCode(int tries) throws IOException {
    var until = StoreFixture.START.plusSeconds(600);
    var live =
        new LiveCode(
            new CodeSession(session, until, until, tries),
            ContactKind.PHONE,
            session,
            session,
            null);
    return codes
        .codes()
        .within(rows -> {
          rows.put(live);
          rows.setFullAt(session, NEXT_YEAR_NS + tries);
          return true;
        });
  }

  private boolean audit() throws IOException {
    store.store().audit().add(List.of(new AuditLine(day, "message", 1_024, 1, 100)));
    return true;
  }

  private boolean look() throws IOException {
    store.store().inventory().fill();
    store.store().prekeys().count(alice);
    store.store().prekeys().identityKey(alice.account());
    return store.store().suspensions().all() != null;
  }

  private boolean sweep() throws IOException {
    var now = StoreFixture.START;
    store.store().mailboxes().expire(now, 10);
    store.store().mailboxes().forgetRepeats(10);
    store.store().accounts().forgetAdmissions(now, 10);
    store.store().prekeys().forgetGiven(now, 10);
    store.store().blobs().expire(now, 10);
    codes
        .codes()
        .within(rows -> {
          rows.sweep(now, now);
          return true;
        });
    return true;
  }

  /// What was accepted is there, and nothing is there twice or in part.
  void check() throws IOException {
    if (accepted.contains("alice")) {
      assertNotNull(store.store().accounts().secretHash(alice), "alice is lost");
    }
    assertHolds(store.texts(alice));
    checkBob();
    checkKeys();
    file.check(accepted);
    checkGroup();
    checkCode();
    if (accepted.contains("audited")) {
      assertTrue(store.store().audit().since(day).stream().anyMatch(l -> l.day().equals(day)));
    }
  }

  private void assertHolds(List<String> all) {
    var texts = all.stream().filter(text -> !text.endsWith(TO_BOTH)).toList();
    assertEquals(new LinkedHashSet<>(texts).size(), texts.size(), "twice: " + texts);
    if (accepted.contains("both") && !tried.contains("acknowledged")) {
      assertTrue(texts.contains("first"), "the first is lost");
    }
    if (accepted.contains("second")) {
      assertEquals("second", texts.getLast(), "the second is lost or not last");
    }
  }

  private void checkBob() throws IOException {
    if (accepted.contains("deleted")) {
      assertNull(store.store().accounts().secretHash(bob), "bob is still there");
      assertNull(store.store().inventory().on(bob.account()));
      assertEquals(List.of(), store.texts(bob));
    } else if (!tried.contains("deleted")) {
      assertEquals(accepted.contains("both") ? List.of("for bob") : List.of(), store.texts(bob));
      assertEquals(
          accepted.contains("suspended"),
          store.store().suspensions().all().contains(bob.account()));
    }
  }

  private void checkKeys() throws IOException {
    assertEquals(new HashSet<>(given).size(), given.size(), "a key was given twice: " + given);
    var left = store.store().prekeys().count(alice);
    if (accepted.contains("keys")) {
      assertNotNull(left);
      assertTrue(left.oneTime() <= KEYS - given.size(), "a key is left that was given");
      assertTrue(left.oneTime() >= KEYS - 2 * handOuts, "keys are lost");
    }
  }

  private void checkCode() throws IOException {
    var tries = codes.codes().within(rows -> triesLeft(rows.ofSession(session)));
    long limit = codes.codes().within(rows -> rows.fullAt(session));
    if (accepted.contains("code")) {
      int most = accepted.contains("try") ? 4 : 5;
      assertTrue(tries > 0 && tries <= most, "tries left: " + tries);
    }
    assertEquals(
        tries == 0 ? 0 : NEXT_YEAR_NS + tries, limit, "a half of the work on a code was kept");
  }

  private static int triesLeft(@Nullable LiveCode live) {
    return live == null ? 0 : live.session().triesLeft();
  }
}
