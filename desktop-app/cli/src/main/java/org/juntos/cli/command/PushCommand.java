package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Push;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "push",
    description = {
      "Where the relay wakes this device while it has no connection: set, clear, show.",
      "Whoever keeps a connection needs none of it."
    })
final class PushCommand implements VerbCommand {
  @Parameters(paramLabel = "set|clear|show", description = "What to do.")
  private Push.Deed deed = Push.Deed.show;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "With set: the https address of a Web Push or UnifiedPush service.")
  private String endpoint = "";

  @Option(
      names = "--p256dh",
      paramLabel = "KEY",
      description = "With --endpoint: the public key that the push service knows, base64url.")
  private String p256dh = "";

  @Option(
      names = "--auth",
      paramLabel = "SECRET",
      description = "With --endpoint: the secret that goes with it, base64url.")
  private String auth = "";

  @Option(
      names = "--fcm",
      paramLabel = "TOKEN",
      description = "With set: a registration token of Firebase Cloud Messaging.")
  private String fcm = "";

  @Option(
      names = "--apns",
      paramLabel = "TOKEN",
      description = "With set: a device token of the Apple Push Notification service.")
  private String apns = "";

  @Override
  public Verb verb(InputStream input) throws Refusal {
    return Push.of(deed, new Push.Given(endpoint, p256dh, auth, fcm, apns));
  }
}
