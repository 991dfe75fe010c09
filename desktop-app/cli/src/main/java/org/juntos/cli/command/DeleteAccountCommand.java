package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.DeleteAccount;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "delete-account",
    description = {
      "Delete this account with all that the relay holds on it, and this profile with all messages,",
      "files and keys. Nothing brings them back."
    })
final class DeleteAccountCommand implements VerbCommand {
  @Option(names = "--yes", description = "That is what you want.")
  private boolean yes;

  @Override
  public Verb verb(InputStream input) throws Refusal {
    if (!yes) {
      throw Refusal.of(
          "usage",
          "This deletes the account and every message of this profile for good.",
          "Give --yes if you want that.");
    }
    return new DeleteAccount();
  }
}
