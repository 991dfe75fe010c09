package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Retry;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "retry",
    description = "Send a message again that has failed, or one that waits now.")
final class RetryCommand implements VerbCommand {
  @Mixin private MessageParameter message = new MessageParameter();

  @Option(
      names = "--without-failed",
      description = "Leave out the file that could not be sent, and send the rest.")
  private boolean withoutFailed;

  @Override
  public Verb verb(InputStream input) {
    return new Retry(message.id(), withoutFailed, Times.SETTLE);
  }
}
