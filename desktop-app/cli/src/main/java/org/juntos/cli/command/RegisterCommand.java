package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Enter;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Register;
import org.juntos.cli.verb.SignIn;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.intent.CodeTarget;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "register",
    description = {
      "Ask a relay for an account: with a code to a phone number or an e-mail address, which verify",
      "gives; or without one, when the relay lets people in so. Then --name makes it at once."
    })
final class RegisterCommand implements VerbCommand {
  @Option(
      names = "--relay",
      paramLabel = "URL",
      required = true,
      description = "The relay's address or link; a link may carry an invite.")
  private String relay = "";

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "Without a code: your name, as contacts see it.")
  private @Nullable String name;

  @ArgGroup(multiplicity = "0..1")
  private @Nullable Way way;

  @Mixin private final PinFile pin = new PinFile();

  /// One of them.
  private static final class Way {
    @Option(
        names = "--phone",
        paramLabel = "NUMBER",
        required = true,
        description = "With country code: +4915112345678.")
    private @Nullable String phone;

    @Option(
        names = "--email",
        paramLabel = "ADDRESS",
        required = true,
        description = "When the relay sends codes by e-mail.")
    private @Nullable String email;

    @Option(
        names = "--invite",
        paramLabel = "INVITE",
        required = true,
        description = "An invite of the relay's admin; not needed when it is in the relay's link.")
    private @Nullable String invite;

    @Option(
        names = "--open",
        required = true,
        description = "Nothing: the relay is open to anybody.")
    private boolean open;

    @Option(
        names = "--openid",
        required = true,
        description = "The relay's identity provider: prints where to sign in, and waits.")
    private boolean openId;

    @ArgGroup(exclusive = false)
    private @Nullable Known known;

    @Nullable CodeTarget code() {
      if (phone != null) {
        return new CodeTarget.PhoneNumber(phone);
      }
      return email == null ? null : new CodeTarget.EmailAddress(email);
    }

    Enter.With with() {
      if (known != null && known.passwordFile != null) {
        return Enter.With.login(known.user, known.passwordFile);
      }
      return open ? Enter.With.nothing() : Enter.With.invite(invite == null ? "" : invite);
    }
  }

  /// Both of them.
  private static final class Known {
    @Option(
        names = "--user",
        paramLabel = "NAME",
        required = true,
        description = "A user name that the relay's admin gave you.")
    private String user = "";

    @Option(
        names = "--password-file",
        paramLabel = "FILE",
        required = true,
        description = "Its first line is the password of that name.")
    private @Nullable Path passwordFile;
  }

  @Override
  public Verb verb(InputStream input) throws Refusal {
    var chosen = way == null ? new Way() : way;
    var target = chosen.code();
    if (target != null) {
      return new Register(relay, target);
    }
    if (name == null) {
      throw Refusal.of(
          "usage",
          "Without --phone or --email the account is made at once.",
          "Give --name TEXT too.");
    }
    return chosen.openId
        ? new SignIn(relay, name, pin.pins())
        : new Enter(relay, chosen.with(), name, pin.pins());
  }
}
