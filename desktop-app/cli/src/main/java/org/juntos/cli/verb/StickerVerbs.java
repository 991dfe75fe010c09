package org.juntos.cli.verb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.model.PackView;
import org.juntos.engine.model.StickerView;

/// Stickers and packs of them.
public final class StickerVerbs {
  private StickerVerbs() {}

  /// The packs that this account has, with their stickers.
  public record Packs() implements Listing {
    @Override
    public List<Line> lines(Desk desk) throws Refusal {
      desk.ready();
      return desk.models().stickers().packs().stream().map(StickerVerbs::line).toList();
    }
  }

  private static Line line(PackView pack) {
    var json = new LinkedHashMap<String, Object>();
    json.put("pack", pack.id().hex());
    json.put("title", pack.title());
    json.put("author", pack.author());
    json.put("fetched", pack.fetched());
    json.put("stickers", pack.stickers().stream().map(StickerVerbs::json).toList());
    var text = new StringBuilder();
    text.append(pack.id().hex(), 0, 12)
        .append("  ")
        .append(pack.fetched() ? PlainText.safe(pack.title()) : "(still to come)");
    for (var sticker : pack.stickers()) {
      text.append("\n  ")
          .append(sticker.number())
          .append("  ")
          .append(PlainText.safe(sticker.emoji()))
          .append("  ")
          .append(PlainText.safe(sticker.label()));
    }
    return new Line(json, text.toString());
  }

  /// A sticker in a message or a pack, without its picture.
  static Map<String, Object> json(StickerView sticker) {
    var json = new LinkedHashMap<String, Object>();
    json.put("pack", sticker.pack().hex());
    json.put("number", sticker.number());
    json.put("emoji", sticker.emoji());
    json.put("label", sticker.label());
    json.put("mediaType", sticker.mediaType());
    json.put("bytes", sticker.image().size());
    return json;
  }

  /// Sends one of a pack.
  ///
  /// @param pack its name, the beginning of it, or its title
  /// @param sticker number in the pack, or its emoji
  public record Sent(String contact, String pack, String sticker, String replyTo, Duration settle)
      implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      var conversation = Conversations.find(desk, contact);
      var found = named(desk, pack);
      var to = replyTo.isEmpty() ? null : Messages.find(desk, replyTo);
      var number = number(found, sticker);
      var outcome = desk.submit(new StickerIntent.Send(conversation, found.id(), number, to));
      if (!(outcome instanceof Outcome.Queued queued)) {
        throw new IllegalStateException("sending ended as " + outcome);
      }
      return output -> {
        desk.settle(settle);
        var entry = desk.models().entry(queued.message());
        if (entry != null) {
          output.print(Send.line(queued, entry.progress()));
        }
      };
    }

    private static int number(PackView pack, String wanted) throws Refusal {
      return pack.stickers().stream()
          .filter(
              one -> one.emoji().equals(wanted) || Integer.toString(one.number()).equals(wanted))
          .map(StickerView::number)
          .findFirst()
          .orElseThrow(() ->
              Refusal.of(
                  "sticker-unknown",
                  "There is no such sticker in this pack.",
                  "Look at sticker packs."));
    }
  }

  private static PackView named(Desk desk, String wanted) throws Refusal {
    var found =
        desk.models().stickers().packs().stream()
            .filter(one ->
                one.title().equalsIgnoreCase(wanted)
                    || (wanted.length() >= 6 && one.id().hex().startsWith(wanted)))
            .toList();
    if (found.size() != 1) {
      throw Refusal.of(
          "sticker-pack-unknown",
          found.isEmpty() ? "There is no such pack." : "Several packs are called like this.",
          "Look at sticker packs, and give the id.");
    }
    return found.getFirst();
  }

  /// Installs the pack of a message that is a sticker.
  public static Verb install(String message, Duration settle) {
    return new Changed(desk -> new StickerIntent.Install(Messages.find(desk, message)), settle);
  }

  /// Removes a pack.
  public static Verb remove(String pack, Duration settle) {
    return new Changed(desk -> new StickerIntent.Remove(named(desk, pack).id()), settle);
  }

  /// Makes a pack.
  ///
  /// @param pictures each `EMOJI=FILE`, or `EMOJI=FILE=LABEL`
  public static Verb make(String title, List<String> pictures, Duration settle) {
    return new Changed(_ -> new StickerIntent.Make(title, pictures(pictures)), settle);
  }

  private static List<StickerIntent.Make.Picture> pictures(List<String> given) throws Refusal {
    var pictures = new ArrayList<StickerIntent.Make.Picture>();
    for (var one : given) {
      var parts = one.split("=", 3);
      if (parts.length < 2) {
        throw Refusal.of("usage", "A picture is EMOJI=FILE.", "For instance 👋=hello.png");
      }
      var file = Path.of(parts[1]).toAbsolutePath();
      Send.check(file);
      pictures.add(
          new StickerIntent.Make.Picture(file, parts[0], parts.length > 2 ? parts[2] : ""));
    }
    return pictures;
  }

  /// What is to be done, once there is an engine to ask.
  @FunctionalInterface
  interface Deed {
    StickerIntent of(Desk desk) throws Refusal;
  }

  /// Changes the packs, and prints those that there are then.
  private record Changed(Deed deed, Duration settle) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      desk.submit(deed.of(desk));
      return output -> {
        desk.settle(settle);
        for (var line : new Packs().lines(desk)) {
          output.print(line);
        }
      };
    }

    @Override
    public boolean isList() {
      return true;
    }
  }
}
