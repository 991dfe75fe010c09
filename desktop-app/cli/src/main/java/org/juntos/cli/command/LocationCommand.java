package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.SendCard;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "location",
    description = "Send where somewhere is. No map service is asked, here or there.")
final class LocationCommand implements VerbCommand {
  @Mixin private ConversationParameter conversation = new ConversationParameter();

  @Parameters(
      index = "1",
      paramLabel = "WHERE",
      description = {
        "Latitude and longitude such as \"38.7223, -9.1393\", a geo: address, or a link into",
        "OpenStreetMap, Google Maps or Apple Maps."
      })
  private String where = "";

  @Option(names = "--name", paramLabel = "NAME", description = "What it is called.")
  private String name = "";

  @Mixin private CardOptions how = new CardOptions();

  @Override
  public Verb verb(InputStream input) {
    return SendCard.place(conversation.wanted(), how.how(), where, name, Times.SETTLE);
  }
}
