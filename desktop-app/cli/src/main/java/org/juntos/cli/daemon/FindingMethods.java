package org.juntos.cli.daemon;

import java.time.ZoneId;
import java.util.Set;
import org.juntos.cli.verb.Gallery;
import org.juntos.cli.verb.Refusal;
import org.juntos.cli.verb.Search;
import org.juntos.cli.verb.Texts;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.model.Finding.Shelf;

/// The verbs about finding messages by name.
final class FindingMethods {
  private static final int PAGE = 50;

  private FindingMethods() {}

  /// The last that are asked: what is none of these is no method.
  static Verb verb(RpcRequest request) throws RpcError, Refusal {
    return switch (request.method()) {
      case "search" ->
          search(
              with(
                  request, "query", "from", "in", "before", "after", "has", "starred", "limit",
                  "cursor", "noTotal"));
      case "gallery" -> gallery(with(request, "contact", "kind", "limit", "cursor"));
      default ->
          throw new RpcError(RpcError.METHOD, "There is no method " + request.method() + ".");
    };
  }

  private static Verb search(Parameters given) throws RpcError, Refusal {
    var wanted =
        new Search.Wanted(
            Texts.checked(given.text("query", "")),
            given.texts("from"),
            given.text("before", ""),
            given.text("after", ""),
            given.texts("has"),
            given.flag("starred"));
    return new Search(
        wanted, given.text("in", ""), page(given), !given.flag("noTotal"), ZoneId.systemDefault());
  }

  private static Verb gallery(Parameters given) throws RpcError {
    var shelf =
        switch (given.text("kind", "media")) {
          case "media" -> Shelf.MEDIA;
          case "files" -> Shelf.FILES;
          case "links" -> Shelf.LINKS;
          default ->
              throw new RpcError(
                  RpcError.PARAMETERS, "The parameter kind is media, files or links.");
        };
    return new Gallery(given.text("contact"), shelf, page(given));
  }

  private static Search.Page page(Parameters given) throws RpcError {
    return new Search.Page(given.text("cursor", ""), given.count("limit", PAGE));
  }

  private static Parameters with(RpcRequest request, String... known) throws RpcError {
    return new Parameters(request.parameters(), Set.of(known));
  }
}
