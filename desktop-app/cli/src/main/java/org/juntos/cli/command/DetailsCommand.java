package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Details;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "details",
    description = "When a message was sent, delivered and seen, by whom; its files and versions.")
final class DetailsCommand implements VerbCommand {
  @Mixin private MessageParameter message = new MessageParameter();

  @Override
  public Verb verb(InputStream input) {
    return new Details(message.id());
  }
}
