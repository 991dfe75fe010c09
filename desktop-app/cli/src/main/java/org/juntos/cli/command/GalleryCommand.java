package org.juntos.cli.command;

import java.io.InputStream;
import org.juntos.cli.verb.Gallery;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.model.Finding.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "gallery",
    description = "The media, files or links of a conversation, newest first.")
final class GalleryCommand implements VerbCommand {
  @Parameters(paramLabel = "CONTACT", description = "Account id, its beginning, or name.")
  private String contact = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "media",
      converter = Kind.class,
      description = "media (pictures and videos), files or links (${DEFAULT-VALUE}).")
  private Shelf shelf = Shelf.MEDIA;

  @Mixin private PageOptions page = new PageOptions();

  @Override
  public Verb verb(InputStream input) {
    return new Gallery(contact, shelf, page.page());
  }

  private static final class Kind implements ITypeConverter<Shelf> {
    @Override
    public Shelf convert(String value) {
      return switch (value) {
        case "media" -> Shelf.MEDIA;
        case "files" -> Shelf.FILES;
        case "links" -> Shelf.LINKS;
        default -> throw new TypeConversionException(value + " is not media, files or links");
      };
    }
  }
}
