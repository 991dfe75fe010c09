package org.juntos.ui.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Pass;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.fake.FakeEngine;
import org.juntos.ui.fake.Samples;

class OnboardingViewModelTest {
  private final List<URI> pages = new ArrayList<>();
  private final FakeEngine engine = new FakeEngine();
  private final OnboardingViewModel model =
      new OnboardingViewModel(
          engine.link(), InstantSource.fixed(Samples.NOON), pages::add, engine.complaints::add);

  @Test
  void asks_for_a_code_with_what_was_typed() {
    model.start(" relay.example.org ", " +49 151 2345 ");
    assertEquals(new Intent.StartRegistration("relay.example.org", "+49 151 2345"), engine.last());
  }

  @Test
  void asks_nothing_of_the_engine_while_something_is_missing() {
    model.start("", "+49 151 2345");
    assertEquals("relay-missing", problem());
    model.start("relay.example.org", "hello");
    assertEquals("phone-missing", problem());
    assertTrue(engine.submitted.isEmpty());
  }

  @Test
  void takes_an_e_mail_address_and_says_so_once_the_relay_has() {
    assertFalse(model.offer().get().email());
    model.look(" relay.example.org ");
    assertEquals(new Intent.LookAtRelay("relay.example.org"), engine.last());
    model.look("relay.example.org");
    assertEquals(1, engine.submitted.size());
    engine.session.set(new SessionView.Unregistered(List.of("phone-code", "email-code")));
    assertTrue(model.offer().get().email());
    model.start("relay.example.org", " ana@example.org ");
    assertEquals(
        new Intent.StartRegistration(
            "relay.example.org", new CodeTarget.EmailAddress("ana@example.org")),
        engine.last());
  }

  @Test
  void gives_the_pin_of_a_locked_number_and_knows_how_long_it_is_locked() {
    var until = Samples.NOON.plus(Duration.ofDays(7));
    engine.session.set(new SessionView.PinNeeded("r", 9, until));
    assertEquals(Duration.ofDays(7), model.untilLockEnds());
    model.givePin(" ");
    assertEquals("pin-missing", problem());
    model.givePin("4815");
    var pin = assertInstanceOf(Intent.GivePin.class, engine.last()).pin();
    assertEquals("4815", pin.use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
  }

  @Test
  void looks_at_no_relay_without_an_address_and_tells_no_problem_of_looking() {
    model.look(" ");
    assertTrue(engine.submitted.isEmpty());
    engine.refuse("offline");
    model.look("relay.example.org");
    assertNull(model.problem().get());
  }

  @Test
  void offers_exactly_what_the_relay_takes_and_the_invite_of_a_link_first() {
    assertEquals(List.of(Way.CODE), model.offer().get().ways());
    engine.session.set(new SessionView.Unregistered(List.of("open")));
    assertEquals(List.of(Way.OPEN), model.offer().get().ways());
    var all = List.of("phone-code", "invite", "open", "to-come");
    engine.session.set(new SessionView.Unregistered(all));
    assertEquals(List.of(Way.CODE, Way.INVITE, Way.OPEN), model.offer().get().ways());
    engine.session.set(new SessionView.Unregistered(all, true));
    assertEquals(List.of(Way.INVITE, Way.CODE, Way.OPEN), model.offer().get().ways());
    engine.session.set(new SessionView.Unregistered(List.of("to-come")));
    assertTrue(model.offer().get().ways().isEmpty());
  }

  @Test
  void names_the_provider_as_the_relay_does_on_one_short_line() {
    assertEquals("An account elsewhere", model.offer().get().label(Way.OPENID));
    var name = "Example\n\u202e" + "y".repeat(100);
    engine.session.set(new SessionView.Unregistered(List.of("openid"), false, name));
    assertEquals("My account at Example " + "y".repeat(32), model.offer().get().label(Way.OPENID));
  }

  @Test
  void joins_with_an_invite_of_the_link_or_typed_or_with_nothing() {
    model.joinInvited("relay.example.org", " ");
    assertEquals("invite-missing", problem());
    model.joinInvited(" relay.example.org ", " x ");
    assertEquals(new Intent.AskAdmission("relay.example.org", new Pass.Invite("x")), engine.last());
    engine.session.set(new SessionView.Unregistered(List.of("invite"), true));
    model.joinInvited("relay.example.org#invite=x", "");
    assertEquals(
        new Intent.AskAdmission("relay.example.org#invite=x", new Pass.Invite("")), engine.last());
    model.joinOpen("relay.example.org");
    assertEquals(new Intent.AskAdmission("relay.example.org", new Pass.Nothing()), engine.last());
  }

  @Test
  void joins_with_a_user_name_once_both_are_there() {
    model.joinKnown("relay.example.org", "ana", "");
    assertEquals("login-missing", problem());
    assertTrue(engine.submitted.isEmpty());
    model.joinKnown("relay.example.org", " ana ", "größer");
    var asked = assertInstanceOf(Intent.AskAdmission.class, engine.last());
    var login = assertInstanceOf(Pass.Login.class, asked.pass());
    assertEquals("ana", login.name());
    assertEquals(
        "größer", login.password().use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
  }

  @Test
  void sends_the_browser_to_the_provider_and_shows_where_until_it_is_back() {
    var shown = new ArrayList<String>();
    var page = URI.create("https://login.example.org/authorize");
    model
        .page()
        .subscribe(at -> {
          shown.add(at);
        });
    engine.whenAsked(() -> {
      if (engine.last() instanceof Intent.SignIn(var _, var browser)) {
        browser.accept(page);
      }
    });
    engine.refuse("cancelled");
    model.signIn(" relay.example.org ");
    assertEquals(List.of(page), pages);
    assertEquals(List.of("", page.toString(), ""), shown);
    assertNull(model.problem().get(), "whoever went back knows");
    model.cancelSignIn();
    assertEquals(new Intent.CancelSignIn(), engine.last());
  }

  @Test
  void asks_a_relay_how_it_lets_people_in_before_it_goes_on() {
    var gone = new ArrayList<String>();
    model.whenLookedAt("relay.example.org", () -> gone.add("on"));
    assertEquals(new Intent.LookAtRelay("relay.example.org"), engine.last());
    model.whenLookedAt(" relay.example.org ", () -> gone.add("on"));
    assertEquals(List.of("on", "on"), gone);
    assertEquals(1, engine.submitted.size());
    engine.refuse("offline");
    model.whenLookedAt("other.example.org", () -> gone.add("never"));
    assertEquals("offline", problem());
    assertEquals(2, gone.size());
  }

  @Test
  void does_not_go_on_when_the_relay_takes_people_in_other_ways_than_were_shown() {
    var gone = new ArrayList<String>();
    engine.whenAsked(() -> engine.session.set(new SessionView.Unregistered(List.of("open"))));
    model.whenLookedAt("relay.example.org", () -> gone.add("too early"));
    assertTrue(gone.isEmpty());
    assertEquals(List.of(Way.OPEN), model.offer().get().ways());
  }

  @Test
  void gives_the_code_once_it_is_whole() {
    model.codeTyped("12345");
    assertTrue(engine.submitted.isEmpty());
    model.codeTyped("123456");
    assertEquals(new Intent.ConfirmCode("123456"), engine.last());
  }

  @Test
  void keeps_the_problem_while_the_tries_go_down_and_forgets_it_on_the_next_step() {
    engine.session.set(sent(4));
    engine.refuse("code-wrong");
    model.codeTyped("000000");
    engine.session.set(sent(3));
    assertEquals("code-wrong", problem());

    engine.session.set(new SessionView.CodeConfirmed("relay", false));
    assertNull(model.problem().get());
  }

  @Test
  void shows_a_code_for_another_device_once_this_one_has_a_name() {
    model.startLinking("relay.example.org", " ");
    assertEquals("device-name-missing", problem());
    model.startLinking(" relay.example.org ", " Laptop ");
    assertEquals(new Intent.StartLinking("relay.example.org", "Laptop"), engine.last());
    var until = Samples.NOON.plusSeconds(600);
    engine.session.set(new SessionView.Linking("relay.example.org", "code", until, null));
    assertEquals(Duration.ofMinutes(10), model.untilExpiry());
    model.linkAgain("relay.example.org");
    assertEquals(new Intent.StartLinking("relay.example.org", "Laptop"), engine.last());
    engine.session.set(new SessionView.LinkAccepted("relay.example.org", "Mara", true));
    model.createWithKeyring("");
    assertEquals(new Intent.CreateProfile("", new Protection.Keyring()), engine.last());
  }

  @Test
  void counts_down_to_the_next_code() {
    engine.session.set(sent(5));
    assertEquals(Duration.ofSeconds(30), model.untilResend());
    assertEquals(Duration.ofMinutes(10), model.untilExpiry());
  }

  @Test
  void offers_to_be_found_by_a_number_and_asks_for_it_once_the_account_is_there() {
    model.start("relay.example.org", "ana@example.org");
    assertFalse(model.hasNumber());
    model.start("relay.example.org", "+49 151 2345678");
    assertTrue(model.hasNumber());
    model.createWithKeyring("Mara");
    assertInstanceOf(Intent.CreateProfile.class, engine.last(), "off until it is turned on");
    model.findable().set(true);
    engine.answer(new Outcome.Done());
    engine.refuse("discovery-off");
    model.createWithKeyring("Mara");
    assertEquals(new PeopleIntent.BeFound("+49 151 2345678"), engine.last());
    assertEquals("discovery-off", engine.complaints.getFirst().code());
    engine.refuse("unavailable");
    model.createWithKeyring("Mara");
    assertInstanceOf(Intent.CreateProfile.class, engine.last(), "there is no account");
    model.restart();
    assertFalse(model.hasNumber());
  }

  @Test
  void takes_a_passphrase_only_when_it_is_long_enough_and_typed_twice_alike() {
    model.createWithPassphrase("Mara", "short", "short");
    assertEquals("passphrase-short", problem());
    model.createWithPassphrase("Mara", "correct horse battery", "correct horse batter");
    assertEquals("passphrase-differs", problem());
    model.createWithPassphrase(" ", "correct horse battery", "correct horse battery");
    assertEquals("name-missing", problem());
    assertTrue(engine.submitted.isEmpty());
  }

  @Test
  void makes_the_profile_with_the_passphrase_in_utf8() {
    model.createWithPassphrase(" Mara ", "größer als acht", "größer als acht");
    var made = assertInstanceOf(Intent.CreateProfile.class, engine.last());
    assertEquals("Mara", made.name());
    var passphrase = assertInstanceOf(Protection.Passphrase.class, made.protection());
    assertEquals(
        "größer als acht",
        passphrase.utf8().use(bytes -> new String(bytes, StandardCharsets.UTF_8)));
  }

  @Test
  void ends_its_watch_when_closed() {
    model.close();
    assertEquals(0, engine.session.watchers());
  }

  @Test
  void rates_passphrases() {
    assertEquals(PassphraseStrength.TOO_SHORT, PassphraseStrength.of("abc"));
    assertEquals(PassphraseStrength.WEAK, PassphraseStrength.of("password"));
    assertEquals(PassphraseStrength.WEAK, PassphraseStrength.of("aaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
    assertEquals(PassphraseStrength.STRONG, PassphraseStrength.of("four words make it good"));
  }

  private String problem() {
    assertNotNull(model.problem().get());
    return Objects.requireNonNull(model.problem().get()).code();
  }

  private static SessionView sent(int tries) {
    return new SessionView.CodeSent(
        "relay",
        "+49151",
        Samples.NOON.plusSeconds(30),
        Samples.NOON.plus(Duration.ofMinutes(10)),
        tries);
  }
}
