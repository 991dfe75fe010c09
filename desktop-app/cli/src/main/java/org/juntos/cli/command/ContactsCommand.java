package org.juntos.cli.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.juntos.cli.verb.AddressBook;
import org.juntos.cli.verb.ListContacts;
import org.juntos.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "contacts",
    description = "List contacts, requests and blocked accounts; import an address book.",
    subcommands = {
      ContactsCommand.Import.class,
      ContactsCommand.Imported.class,
      ContactsCommand.Match.class,
      ContactsCommand.AddFound.class,
      ContactsCommand.Forget.class
    })
final class ContactsCommand implements VerbCommand {
  @Override
  public Verb verb(InputStream input) {
    return new ListContacts();
  }

  @Command(
      name = "import",
      description = {
        "Take the cards of a vCard file (2.1, 3.0, 4.0) into the address book: names, numbers and",
        "e-mail addresses. It stays on this account's devices. Cards that cannot be read are listed",
        "and cost no other; the same file again changes nothing."
      })
  static final class Import implements VerbCommand {
    @Parameters(paramLabel = "FILE.vcf", description = "At most 64 MB.")
    private Path file = Path.of("");

    @Override
    public Verb verb(InputStream input) {
      return new AddressBook.Import(file, Times.SETTLE);
    }
  }

  @Command(name = "imported", description = "List the address book.")
  static final class Imported implements VerbCommand {
    @Override
    public Verb verb(InputStream input) {
      return new AddressBook.Look();
    }
  }

  @Command(
      name = "match",
      description = {
        "Look for the people of the address book at the relay: who lets themselves be found by a",
        "number. The relay is not told the numbers, and answers so many a day; what is left goes on",
        "with the next match, or by itself while the daemon or the desktop app runs."
      })
  static final class Match implements VerbCommand {
    @Option(
        names = "--country",
        paramLabel = "CC",
        description =
            "Where numbers without a country code are from, such as PT; without it they are left out.")
    private String country = "";

    @Override
    public Verb verb(InputStream input) {
      return new AddressBook.Match(country, Times.SETTLE);
    }
  }

  @Command(name = "add", description = "Add somebody of the address book who was found by match.")
  static final class AddFound implements VerbCommand {
    @Parameters(paramLabel = "ENTRY", description = "An id that imported lists, or a name.")
    private String entry = "";

    @Override
    public Verb verb(InputStream input) {
      return new AddressBook.AddFound(entry, Times.SETTLE);
    }
  }

  @Command(name = "forget", description = "Remove entries of the address book.")
  static final class Forget implements VerbCommand {
    @Parameters(
        paramLabel = "ENTRY",
        arity = "1..*",
        description = "Ids that imported lists, or names; all of a name.")
    private List<String> entries = List.of();

    @Override
    public Verb verb(InputStream input) {
      return new AddressBook.Forget(entries, Times.SETTLE);
    }
  }
}
