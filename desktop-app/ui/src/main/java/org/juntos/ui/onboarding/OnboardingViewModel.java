package org.juntos.ui.onboarding;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Pass;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.intent.WrittenNumber;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.fx.EngineLink;

/// What stands between starting and talking: relay and number, code, profile, unlocking, repair.
public final class OnboardingViewModel implements AutoCloseable {
  /// Digits of a code.
  static final int CODE_DIGITS = 6;

  private final EngineLink engine;
  private final InstantSource clock;
  private final Consumer<URI> browser;
  private final Consumer<Problem> complain;
  private final ReadOnlyStringWrapper page = new ReadOnlyStringWrapper("");
  private final Subscription watch;
  private final ReadOnlyObjectWrapper<@Nullable SessionView> session =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>(Offer.UNASKED);
  private final BooleanProperty findable = new SimpleBooleanProperty();
  private String number = "";
  private String deviceName = "";
  private String looked = "";
  private String answered = "";

  /// Watches the session until closed.
  ///
  /// @param browser opens a web page; may block for a moment
  /// @param complain told what went wrong once the account is there
  public OnboardingViewModel(
      EngineLink engine, InstantSource clock, Consumer<URI> browser, Consumer<Problem> complain) {
    this.engine = engine;
    this.clock = clock;
    this.browser = browser;
    this.complain = complain;
    watch = engine.watch(engine.models().session(), this::sessionChanged);
  }

  /// Where the profile stands; null until the engine has said so.
  public ReadOnlyObjectProperty<@Nullable SessionView> session() {
    return session.getReadOnlyProperty();
  }

  /// What the last try was refused for; null when nothing is wrong.
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /// Whether an answer is awaited.
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// How the relay that was looked at lets people in.
  ReadOnlyObjectProperty<Offer> offer() {
    return offer.getReadOnlyProperty();
  }

  /// Asks a relay how it lets people in, once; what is wrong with it is told when it is used.
  void look(String relay) {
    var address = relay.strip();
    if (!address.isEmpty() && !address.equals(looked)) {
      looked = address;
      engine.submit(new Intent.LookAtRelay(address), outcome -> lookedAt(address, outcome));
    }
  }

  /// Asks for a code.
  ///
  /// @param target a phone number or an e-mail address, as typed
  void start(String relay, String target) {
    if (isRight(Typed.relay(relay)) && isRight(Typed.target(target, offer.get().email()))) {
      var typed = target.strip();
      submit(
          new Intent.StartRegistration(relay.strip(), typed),
          outcome ->
              number =
                  outcome instanceof Outcome.Refused || !WrittenNumber.looksLike(typed)
                      ? ""
                      : typed);
    }
  }

  /// Joins with an invite.
  ///
  /// @param invite as typed; empty for that of the link
  void joinInvited(String relay, String invite) {
    if (isRight(Typed.relay(relay)) && isRight(Typed.invite(invite, offer.get().invited()))) {
      submit(new Intent.AskAdmission(relay.strip(), new Pass.Invite(invite)));
    }
  }

  /// Joins with a user name of the relay's admin.
  void joinKnown(String relay, String user, String password) {
    if (isRight(Typed.relay(relay)) && isRight(Typed.login(user, password))) {
      submit(new Intent.AskAdmission(relay.strip(), new Pass.Login(user, secret(password))));
    }
  }

  /// Signs in with the relay's identity provider, in a browser.
  void signIn(String relay) {
    if (isRight(Typed.relay(relay))) {
      submit(
          new Intent.SignIn(relay.strip(), page -> engine.onFx(() -> sendTo(page))),
          _ -> page.set(""));
    }
  }

  private void sendTo(URI address) {
    page.set(address.toString());
    engine.background(() -> browser.accept(address));
  }

  /// Where the browser was sent to sign in; empty while nobody waits for it.
  ReadOnlyStringProperty page() {
    return page.getReadOnlyProperty();
  }

  /// Waits no longer for the browser.
  void cancelSignIn() {
    engine.submit(new Intent.CancelSignIn(), _ -> {});
  }

  /// Shows a code with which another device lets this one join its account.
  ///
  /// @param device what the person calls this one
  void startLinking(String relay, String device) {
    if (isRight(Typed.relay(relay)) && isRight(Typed.device(device))) {
      deviceName = device.strip();
      submit(new Intent.StartLinking(relay.strip(), deviceName));
    }
  }

  /// Shows another code after one that nothing came of.
  void linkAgain(String relay) {
    submit(new Intent.StartLinking(relay, deviceName));
  }

  /// Joins a relay that is open to anybody.
  void joinOpen(String relay) {
    if (isRight(Typed.relay(relay))) {
      submit(new Intent.AskAdmission(relay.strip(), new Pass.Nothing()));
    }
  }

  /// Goes on when the offer of `relay` is shown. If it is not, the relay is asked first; when it
  /// takes people in other ways than those that were shown, these are shown instead.
  void whenLookedAt(String relay, Runnable then) {
    var address = relay.strip();
    if (address.isEmpty() || address.equals(answered)) {
      then.run();
      return;
    }
    looked = address;
    var shown = offer.get().ways();
    submit(
        new Intent.LookAtRelay(address),
        outcome -> {
          lookedAt(address, outcome);
          if (address.equals(answered) && offer.get().ways().equals(shown)) {
            then.run();
          }
        });
  }

  private void lookedAt(String relay, Outcome outcome) {
    answered = outcome instanceof Outcome.Done ? relay : "";
  }

  /// Gives the code when it is whole.
  void codeTyped(String code) {
    if (code.length() == CODE_DIGITS && !busy.get()) {
      submit(new Intent.ConfirmCode(code));
    }
  }

  /// Gives the PIN of the account that has the number or address.
  void givePin(String pin) {
    if (isRight(Typed.pin(pin))) {
      submit(new Intent.GivePin(secret(pin)));
    }
  }

  /// How long the lock holds yet.
  Duration untilLockEnds() {
    return session.get() instanceof SessionView.PinNeeded needed
        ? until(needed.until())
        : Duration.ZERO;
  }

  void resend() {
    submit(new Intent.ResendCode());
  }

  void restart() {
    number = "";
    submit(new Intent.RestartRegistration());
  }

  /// Whether the account is made with a phone number that was typed here.
  boolean hasNumber() {
    return !number.isEmpty();
  }

  /// Whether people who know that number may find the account.
  BooleanProperty findable() {
    return findable;
  }

  void createWithKeyring(String name) {
    if (isNamed(name)) {
      create(name, new Protection.Keyring());
    }
  }

  private void create(String name, Protection protection) {
    submit(new Intent.CreateProfile(name.strip(), protection), this::made);
  }

  private void made(Outcome outcome) {
    if (hasNumber() && findable.get() && !(outcome instanceof Outcome.Refused)) {
      engine.submit(
          new PeopleIntent.BeFound(number),
          told -> {
            if (told instanceof Outcome.Refused(var why)) {
              complain.accept(why);
            }
          });
    }
  }

  void createWithPassphrase(String name, String passphrase, String again) {
    if (isNamed(name) && isRight(Typed.newPassphrase(passphrase, again))) {
      create(name, passphrase(passphrase));
    }
  }

  void unlockWithKeyring() {
    submit(new Intent.Unlock(new Protection.Keyring()));
  }

  void unlock(String passphrase) {
    if (isRight(Typed.passphrase(passphrase))) {
      submit(new Intent.Unlock(passphrase(passphrase)));
    }
  }

  void restore(String snapshot) {
    submit(new Intent.RestoreSnapshot(snapshot));
  }

  /// How long until another code may be asked for.
  Duration untilResend() {
    return session.get() instanceof SessionView.CodeSent sent
        ? until(sent.resendAt())
        : Duration.ZERO;
  }

  /// How long the code still works.
  Duration untilExpiry() {
    return switch (session.get()) {
      case SessionView.CodeSent sent -> until(sent.expiresAt());
      case SessionView.Linking linking -> until(linking.expiresAt());
      case null, default -> Duration.ZERO;
    };
  }

  void forgetProblem() {
    problem.set(null);
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }

  private void sessionChanged(SessionView view) {
    var before = session.get();
    if (before != null && before.getClass() != view.getClass()) {
      problem.set(null);
    }
    if (view instanceof SessionView.Unregistered unregistered) {
      offer.set(Offer.of(unregistered));
    }
    session.set(view);
  }

  private void submit(Intent intent) {
    submit(intent, _ -> {});
  }

  private void submit(Intent intent, Consumer<Outcome> then) {
    busy.set(true);
    problem.set(null);
    engine.submit(
        intent,
        outcome -> {
          answered(outcome);
          then.accept(outcome);
        });
  }

  private void answered(Outcome outcome) {
    busy.set(false);
    if (outcome instanceof Outcome.Refused(var why) && !why.code().equals("cancelled")) {
      problem.set(why);
    }
  }

  /// An account that this device joins has its name.
  private boolean isNamed(String name) {
    return session.get() instanceof SessionView.LinkAccepted || isRight(Typed.name(name));
  }

  private boolean isRight(@Nullable Problem wrong) {
    if (wrong != null) {
      problem.set(wrong);
    }
    return wrong == null;
  }

  private Duration until(Instant time) {
    var left = Duration.between(clock.instant(), time);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Protection passphrase(String text) {
    return new Protection.Passphrase(secret(text));
  }

  private static SecretBytes secret(String text) {
    return SecretBytes.takeFrom(text.getBytes(StandardCharsets.UTF_8));
  }
}
