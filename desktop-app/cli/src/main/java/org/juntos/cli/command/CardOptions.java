package org.juntos.cli.command;

import org.juntos.cli.verb.SendCard;
import picocli.CommandLine.Option;

/// How a card is sent.
final class CardOptions {
  @Option(names = "--reply-to", paramLabel = "MESSAGE", description = "What it replies to.")
  private String replyTo = "";

  @Option(names = "--silent", description = "They are not told by sound or notification.")
  private boolean silent;

  SendCard.How how() {
    return new SendCard.How(replyTo, silent);
  }
}
