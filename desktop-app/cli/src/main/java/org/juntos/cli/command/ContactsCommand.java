package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.ListContacts;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;

@Command(name = "contacts", description = "List contacts, requests and blocked accounts.")
final class ContactsCommand implements VerbCommand {
  @Override
  public Verb verb(InputStream input) {
    return new ListContacts();
  }
}
