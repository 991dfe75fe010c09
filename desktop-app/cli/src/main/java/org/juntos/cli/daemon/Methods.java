package org.juntos.cli.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.juntos.cli.verb.Add;
import org.juntos.cli.verb.AddressBook;
import org.juntos.cli.verb.BeingFound;
import org.juntos.cli.verb.ChangeNumber;
import org.juntos.cli.verb.Decide;
import org.juntos.cli.verb.Enter;
import org.juntos.cli.verb.Link;
import org.juntos.cli.verb.LinkDevice;
import org.juntos.cli.verb.ListContacts;
import org.juntos.cli.verb.LookAtHeld;
import org.juntos.cli.verb.OpenSetAside;
import org.juntos.cli.verb.OwnDevices;
import org.juntos.cli.verb.Pins;
import org.juntos.cli.verb.Push;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Register;
import org.juntos.cli.verb.RegistrationLock;
import org.juntos.cli.verb.Relays;
import org.juntos.cli.verb.Report;
import org.juntos.cli.verb.Requests;
import org.juntos.cli.verb.ResolveDoubt;
import org.juntos.cli.verb.SafetyNumbers;
import org.juntos.cli.verb.Unlink;
import org.juntos.cli.verb.UserNames;
import org.juntos.cli.verb.Verb;
import org.juntos.cli.verb.Verify;
import org.juntos.cli.verb.VerifyNumber;
import org.juntos.cli.verb.Whoami;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Intent;
import org.juntos.wire.AccountId;
import org.juntos.wire.ReportReason;

/// The verbs by name.
final class Methods {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Methods() {}

  static Verb verb(RpcRequest request) throws RpcError, Refusal {
    return switch (request.method()) {
      case "register" ->
          register(
              parameters(
                  request,
                  "relay",
                  "phone",
                  "email",
                  "invite",
                  "user",
                  "passwordFile",
                  "open",
                  "name",
                  "pinFile"));
      case "verify" -> verify(parameters(request, "code", "name", "pinFile"));
      case "whoami" -> none(request, new Whoami());
      case "link" -> none(request, new Link(null));
      case "contacts" -> none(request, new ListContacts());
      case "add" -> new Add(parameters(request, "link").text("link"), Duration.ZERO);
      case "accept" -> decide(request, Decide.Decision.ACCEPT);
      case "block" -> decide(request, Decide.Decision.BLOCK);
      case "unblock" -> decide(request, Decide.Decision.UNBLOCK);
      case "remove" -> decide(request, Decide.Decision.REMOVE);
      case "keep-key" -> doubt(request, Intent.KeepIdentity::new);
      case "accept-key" -> doubt(request, Intent.AcceptIdentity::new);
      case "check" -> doubt(request, Intent.CheckDevices::new);
      case "set-aside" -> doubt(request, Intent.SetDevicesAside::new);
      case "open-set-aside" -> none(request, new OpenSetAside());
      case "held" -> none(request, new LookAtHeld());
      case "push" -> push(parameters(request, "deed", "endpoint", "p256dh", "auth", "fcm", "apns"));
      case "relays" -> none(request, new Relays());
      default -> ofAccount(request);
    };
  }

  private static Verb ofAccount(RpcRequest request) throws RpcError, Refusal {
    if (request.method().startsWith(GroupMethods.PREFIX)) {
      return GroupMethods.verb(request);
    }
    var ofStatuses = StatusMethods.verb(request);
    if (ofStatuses != null) {
      return ofStatuses;
    }
    var ofMessages = MessageMethods.verb(request);
    if (ofMessages != null) {
      return ofMessages;
    }
    var ofChoices = ChoiceMethods.verb(request);
    if (ofChoices != null) {
      return ofChoices;
    }
    return switch (request.method()) {
      case "registration-lock" -> lock(parameters(request, "pinFile", "clear"));
      case "username" -> userName(parameters(request, "set", "clear"));
      case "presence" -> ProfileMethods.presence(parameters(request, "contact", "share"));
      case "profile" ->
          ProfileMethods.profile(
              parameters(request, "contact", "save", "name", "about", "picture", "noPicture"));
      case "change-number" -> change(parameters(request, "phone", "email", "code", "pinFile"));
      case "link-device" -> linkDevice(parameters(request, "code", "timeout"));
      case "devices" -> none(request, new OwnDevices());
      case "unlink" -> new Unlink(parameters(request, "device").text("device"), Duration.ZERO);
      default -> ofPeople(request);
    };
  }

  private static Verb ofPeople(RpcRequest request) throws RpcError, Refusal {
    return switch (request.method()) {
      case "requests" -> none(request, new Requests());
      case "refuse" -> decide(request, Decide.Decision.REFUSE);
      case "contacts import" ->
          new AddressBook.Import(file(parameters(request, "file")), Duration.ZERO);
      case "contacts imported" -> none(request, new AddressBook.Look());
      case "contacts forget" ->
          new AddressBook.Forget(
              List.of(parameters(request, "entry").text("entry")), Duration.ZERO);
      case "contacts match" ->
          new AddressBook.Match(parameters(request, "country").text("country", ""), Duration.ZERO);
      case "contacts add" ->
          new AddressBook.AddFound(parameters(request, "entry").text("entry"), Duration.ZERO);
      case "discoverable" -> beingFound(parameters(request, "on", "off"));
      case "report" -> report(parameters(request, "contact", "reason"));
      case "safety-number" -> {
        var given = parameters(request, "contact", "qr");
        yield new SafetyNumbers(given.text("contact"), given.path("qr"));
      }
      case "verify-safety-number" ->
          verifyNumber(parameters(request, "contact", "digits", "qr", "undo"));
      default -> FindingMethods.verb(request);
    };
  }

  private static Verb beingFound(Parameters given) throws RpcError {
    var number = given.text("on", "");
    if (!number.isEmpty()) {
      return BeingFound.on(number, Duration.ZERO);
    }
    return given.flag("off") ? BeingFound.off(Duration.ZERO) : BeingFound.show();
  }

  private static Path file(Parameters given) throws RpcError {
    var file = given.path("file");
    if (file == null) {
      throw new RpcError(RpcError.PARAMETERS, "The parameter file is missing.");
    }
    return file;
  }

  private static Verb report(Parameters given) throws RpcError {
    var reason = ReportReason.parse(given.text("reason"));
    if (reason == null) {
      throw new RpcError(RpcError.PARAMETERS, "The parameter reason is spam, abuse or other.");
    }
    return new Report(given.text("contact"), reason, Duration.ZERO);
  }

  private static Verb verifyNumber(Parameters given) throws RpcError {
    var contact = given.text("contact");
    var digits = given.text("digits", "");
    var picture = given.path("qr");
    boolean undo = given.flag("undo");
    long ways =
        Stream.of(!digits.isEmpty(), picture != null, undo).filter(Boolean::booleanValue).count();
    if (ways != 1) {
      throw new RpcError(RpcError.PARAMETERS, "Give one of digits, qr and undo.");
    }
    if (picture != null) {
      return VerifyNumber.picture(contact, picture, Duration.ZERO);
    }
    return undo
        ? VerifyNumber.undo(contact, Duration.ZERO)
        : VerifyNumber.digits(contact, digits, Duration.ZERO);
  }

  private static Parameters parameters(RpcRequest request, String... known) throws RpcError {
    return new Parameters(request.parameters(), Set.of(known));
  }

  private static Verb none(RpcRequest request, Verb verb) throws RpcError {
    parameters(request);
    return verb;
  }

  private static Verb register(Parameters given) throws RpcError {
    var phone = given.text("phone", "");
    var email = given.text("email", "");
    var invite = given.text("invite", "");
    var open = given.flag("open");
    var user = given.text("user", "");
    var ways =
        Stream.of(!phone.isEmpty(), !email.isEmpty(), !invite.isEmpty(), !user.isEmpty(), open);
    if (ways.filter(Boolean::booleanValue).count() > 1) {
      throw new RpcError(RpcError.PARAMETERS, "Give one of phone, email, invite, user and open.");
    }
    var relay = given.text("relay");
    if (phone.isEmpty() && email.isEmpty()) {
      return new Enter(relay, with(given, invite, user, open), given.text("name"), pins(given));
    }
    return new Register(
        relay,
        email.isEmpty() ? new CodeTarget.PhoneNumber(phone) : new CodeTarget.EmailAddress(email));
  }

  private static Enter.With with(Parameters given, String invite, String user, boolean open)
      throws RpcError {
    if (!user.isEmpty()) {
      var file = given.path("passwordFile");
      if (file == null) {
        throw new RpcError(RpcError.PARAMETERS, "The parameter passwordFile is missing.");
      }
      return Enter.With.login(user, file);
    }
    return open ? Enter.With.nothing() : Enter.With.invite(invite);
  }

  private static Verb push(Parameters given) throws RpcError {
    var deed = given.text("deed");
    var address =
        new Push.Given(
            given.text("endpoint", ""),
            given.text("p256dh", ""),
            given.text("auth", ""),
            given.text("fcm", ""),
            given.text("apns", ""));
    try {
      return Push.of(Push.Deed.valueOf(deed), address);
    } catch (IllegalArgumentException _) {
      throw new RpcError(RpcError.PARAMETERS, "The parameter deed is set, clear or show.");
    } catch (Refusal wrong) {
      throw new RpcError(RpcError.PARAMETERS, wrong.problem().sentence());
    }
  }

  private static Verb verify(Parameters given) throws RpcError {
    return new Verify(given.text("code"), given.text("name"), pins(given));
  }

  private static Pins pins(Parameters given) throws RpcError {
    return new Pins(given.path("pinFile"));
  }

  private static Verb lock(Parameters given) throws RpcError {
    var file = given.path("pinFile");
    if (file != null) {
      return RegistrationLock.set(file);
    }
    return given.flag("clear") ? RegistrationLock.clear() : RegistrationLock.show();
  }

  private static Verb userName(Parameters given) throws RpcError {
    var wanted = given.text("set", "");
    if (!wanted.isEmpty()) {
      return UserNames.set(wanted);
    }
    return given.flag("clear") ? UserNames.clear() : UserNames.show();
  }

  private static Verb change(Parameters given) throws RpcError {
    var code = given.text("code", "");
    if (!code.isEmpty()) {
      return new ChangeNumber.Confirm(code, pins(given));
    }
    var email = given.text("email", "");
    return new ChangeNumber.Ask(
        email.isEmpty()
            ? new CodeTarget.PhoneNumber(given.text("phone"))
            : new CodeTarget.EmailAddress(email));
  }

  private static Verb linkDevice(Parameters given) throws RpcError {
    return new LinkDevice(given.text("code"), given.seconds("timeout", MINUTE.multipliedBy(10)));
  }

  private static Verb decide(RpcRequest request, Decide.Decision decision) throws RpcError {
    return new Decide(parameters(request, "contact").text("contact"), decision, Duration.ZERO);
  }

  private static Verb doubt(RpcRequest request, Function<AccountId, Intent> decision)
      throws RpcError {
    return new ResolveDoubt(
        parameters(request, "contact").text("contact"), decision, Duration.ZERO);
  }
}
