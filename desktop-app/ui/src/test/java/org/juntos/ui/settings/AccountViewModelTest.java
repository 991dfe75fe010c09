package org.juntos.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.intent.AccountView;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.ui.fake.FakeEngine;

class AccountViewModelTest {
  private static final AccountView VIEW = new AccountView("ana.42", true, 9, 1, "", false);

  private final FakeEngine engine = new FakeEngine();

  private AccountViewModel model() {
    engine.answer(new Outcome.Account(VIEW));
    return new AccountViewModel(engine.link(), engine.complaints::add);
  }

  private static String text(SecretBytes secret) {
    return secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private Intent asked() {
    return engine.submitted.get(engine.submitted.size() - 3); // then it looks again
  }

  @Test
  void asks_the_relay_at_once_and_after_each_change() {
    var model = model();
    assertEquals(VIEW, model.view().get());
    assertFalse(model.busy().get());
    model.choose(" ana ");
    assertEquals(new Intent.ChooseUserName("ana"), asked());
    assertEquals(new Intent.LookAtAccount(), engine.submitted.get(engine.submitted.size() - 2));
    model.dropName();
    assertEquals(new Intent.DropUserName(), asked());
    model.unlock();
    assertEquals(new Intent.ClearPin(), asked());
  }

  @Test
  void is_found_by_its_number_once_that_is_typed() {
    engine.answer(new Outcome.Account(VIEW));
    engine.answer(new Outcome.Discoverable(true, true));
    var model = new AccountViewModel(engine.link(), engine.complaints::add);
    assertEquals(new Outcome.Discoverable(true, true), model.found().get());
    model.beFound(" ");
    assertEquals("phone-missing", engine.complaints.getFirst().code());
    model.beFound(" +49 151 2345678 ");
    assertEquals(new PeopleIntent.BeFound("+49 151 2345678"), asked());
    model.beHidden();
    assertEquals(new PeopleIntent.BeHidden(), asked());
  }

  @Test
  void says_why_nothing_is_shown() {
    engine.refuse("offline");
    var model = new AccountViewModel(engine.link(), engine.complaints::add);
    assertNull(model.view().get());
    assertEquals("offline", engine.complaints.getFirst().code());
  }

  @Test
  void takes_a_pin_that_was_typed_the_same_twice() {
    var model = model();
    model.lock("4815", "4816");
    assertEquals("pin-differs", engine.complaints.getFirst().code());
    model.lock("4815", "4815");
    assertEquals("4815", text(assertInstanceOf(Intent.SetPin.class, asked()).pin()));
  }

  @Test
  void goes_through_a_change_of_number_step_by_step() {
    var model = model();
    model.ask("hello");
    assertEquals("phone-missing", engine.complaints.getFirst().code());
    model.ask(" +49 151 2345 ");
    assertEquals(new Intent.ChangeAddress(new CodeTarget.PhoneNumber("+49 151 2345")), asked());
    model.confirm(" 123456 ");
    assertEquals(new Intent.ConfirmAddress("123456"), asked());
    model.open("4815");
    assertEquals("4815", text(assertInstanceOf(Intent.OpenAddress.class, asked()).pin()));
  }

  @Test
  void deletes_without_looking_at_what_is_gone() {
    var model = model();
    model.delete();
    assertEquals(new Intent.DeleteAccount(), engine.last());
    engine.refuse("offline");
    model.delete();
    assertEquals("offline", engine.complaints.getFirst().code());
  }
}
