package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Verb;
import org.juntos.cli.verb.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "versions", description = "Print what a message has said before it was edited.")
final class VersionsCommand implements VerbCommand {
  @Mixin private MessageParameter message = new MessageParameter();

  @Override
  public Verb verb(InputStream input) {
    return new Versions(message.id());
  }
}
