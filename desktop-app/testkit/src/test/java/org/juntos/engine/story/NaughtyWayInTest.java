package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.Visible;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.SessionView;
import org.juntos.testkit.world.Person;

/// What is typed on the way to an account, to a second device, and about the account.
class NaughtyWayInTest extends NaughtyStory {
  private static final String RELAY = "http://127.0.0.1:1";

  @Test
  void the_name_of_a_new_device_is_read_as_it_was_typed() throws Exception {
    var stranger = world.device("Nameless");
    int taken = 0;
    for (var one : some(11)) {
      switch (stranger.submit(new Intent.StartLinking(RELAY, one.text()))) {
        case Outcome.Refused refused -> isClear(refused, "device, " + one);
        case Outcome.Done() -> {
          assertEquals(wellFormed(one.text()), readFrom(stranger), one.toString());
          assertTrue(Visible.any(one.text()) && one.text().strip().length() <= 128, "" + one);
          taken++;
        }
        default -> throw new AssertionError(one.toString());
      }
    }
    assertTrue(taken > 20, taken + " were taken");
  }

  private String readFrom(Person stranger) throws InterruptedException {
    var linking = assertInstanceOf(SessionView.Linking.class, stranger.models().session().value());
    var read = alice.submit(new Intent.ReadLinkCode(linking.code()));
    return assertInstanceOf(Outcome.LinkCodeRead.class, read).deviceName();
  }

  @Test
  void devices_are_called_the_same_everywhere() throws Exception {
    var names = List.of("لوحي الصغير", "<b>\u202Etop</b>", "👩🏽‍💻 `rm -rf ~`");
    for (int number = 0; number < names.size(); number++) {
      link(names.get(number), world.device("Device" + number));
    }
    for (var device : List.of(alice, laptop)) {
      var answer = device.submit(new Intent.LookAtDevices());
      var shown =
          assertInstanceOf(Outcome.Devices.class, answer).devices().stream()
              .map(one -> one.name())
              .toList();
      assertEquals(names, shown.subList(shown.size() - names.size(), shown.size()));
    }
  }

  private void link(String name, Person device) throws Exception {
    alice.done(new Intent.LinkDevice(device.showLinkCode(name)));
    while (!device.isLetIn()) {
      world.steps(1);
    }
    device.join();
    world.settle();
  }

  @Test
  void what_is_no_way_to_an_account_is_refused_with_a_sentence() throws Exception {
    var stranger = world.device("Stranger");
    for (var one : TEXTS) {
      if (stranger.submit(new Intent.StartRegistration(RELAY, one.text()))
          instanceof Outcome.Refused refused) {
        isClear(refused, "number, " + one);
      } else {
        assertTrue(one.text().matches("[+][0-9 ]{8,20}|\\S+@\\S+"), "number, " + one);
      }
    }
    stranger.done(new Intent.StartRegistration(RELAY, "+4915119990001"));
    for (var one : TEXTS) {
      var outcome = stranger.submit(new Intent.ConfirmCode(one.text()));
      isClear(assertInstanceOf(Outcome.Refused.class, outcome, "code, " + one), "code, " + one);
    }
  }

  @Test
  void an_account_has_the_name_that_was_typed() throws Exception {
    var number = "+4915119990000";
    var stranger = world.device("Newcomer");
    stranger.done(new Intent.StartRegistration(RELAY, number));
    stranger.done(new Intent.ConfirmCode(world.relay().code(number)));
    for (var one : some(5)) {
      if (stranger.submit(new Intent.CreateProfile(one.text(), new Protection.Keyring()))
          instanceof Outcome.Refused refused) {
        isClear(refused, "name, " + one);
      } else {
        assertEquals(wellFormed(one.text()).strip(), nameOf(stranger), one.toString());
        return;
      }
    }
    throw new AssertionError("no name was taken");
  }

  @Test
  void only_letters_and_digits_are_a_pin() throws Exception {
    for (var one : some(4)) {
      var pin = SecretBytes.takeFrom(wellFormed(one.text()).getBytes(StandardCharsets.UTF_8));
      if (alice.submit(new Intent.SetPin(pin)) instanceof Outcome.Refused refused) {
        isClear(refused, "PIN, " + one);
      } else {
        var pinned = Normalizer.normalize(one.text().strip(), Normalizer.Form.NFKC);
        assertTrue(pinned.matches("[\\p{L}\\p{M}\\p{N}]{4,20}"), "PIN, " + one);
      }
    }
  }

  @Test
  void a_user_name_is_ascii_or_refused() throws Exception {
    for (var one : third()) {
      switch (alice.submit(new Intent.ChooseUserName(one.text()))) {
        case Outcome.Refused refused -> isClear(refused, "user name, " + one);
        case Outcome.Named(var name) ->
            assertTrue(name.matches("[A-Za-z_][A-Za-z0-9_]*\\.[0-9]+"), one + " became " + name);
        default -> throw new AssertionError(one.toString());
      }
    }
  }
}
