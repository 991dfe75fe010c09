package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.SendCard;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "send-contact",
    description = {
      "Send one of your contacts, with the key that you know them by, so that others can add them;",
      "or whoever is in a vCard file."
    })
final class SendContactCommand implements VerbCommand {
  @Mixin private ConversationParameter conversation = new ConversationParameter();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CONTACT",
      description = "Account id, its beginning, or name; self: yourself.")
  private String contact = "";

  @Option(names = "--file", paramLabel = "FILE", description = "A vCard file with one card.")
  private @Nullable Path file;

  @Mixin private CardOptions how = new CardOptions();

  @Override
  public Verb verb(InputStream input) throws Refusal {
    if ((file == null) == contact.isEmpty()) {
      throw Refusal.of("usage", "Give either a contact or --file.", "See --help.");
    }
    return file == null
        ? SendCard.contact(conversation.wanted(), how.how(), contact, Times.SETTLE)
        : SendCard.file(conversation.wanted(), how.how(), file, Times.SETTLE);
  }
}
