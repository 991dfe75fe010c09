package org.juntos.launcher.demo;

import java.util.List;
import org.juntos.content.Attachment;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.PackView;

/// What is said without a keyboard: stickers, of the pack that comes with Juntos and of one's own,
/// and a voice message that is played.
final class StickerStory extends Story {
  /// See [DemoStory#SECRETS].
  static final List<String> SECRETS = List.of("The meadow at seven");

  private static final String FLOWER = "\uD83C\uDF3C";

  StickerStory(Scene scene) {
    super(scene);
  }

  void tell() throws InterruptedException {
    voice.says("Ana makes a pack of stickers; Ben installs it from one, and answers with another");
    var ana = cast.ana();
    var ben = cast.ben();
    var room = Room.between(ana, ben);
    voice.opens(ana, room.of(ana));
    voice.opens(ben, room.of(ben));
    sends(ana, ben, room, pack(ana, "Pingo"), 0);
    var picture = new StickerIntent.Make.Picture(files.photo(), FLOWER, SECRETS.getFirst());
    ana.does(new StickerIntent.Make("Meadow", List.of(picture)));
    var message = sends(ana, ben, room, pack(ana, "Meadow"), 0);
    pause.until("Ben has the sticker", () -> ben.engine().models().entry(message) != null);
    ben.does(new StickerIntent.Install(message));
    pause.until("Ben has the pack", () -> has(ben, "Meadow"));
    feats.add("stickerPacks", 1);
    sends(ben, ana, room, pack(ben, "Pingo"), 2);
    talk.seenByAll();
    plays(ben, room.of(ben));
    voice.shows("stickers");
  }

  private MessageId sends(DemoPerson from, DemoPerson to, Room room, PackView pack, int number)
      throws InterruptedException {
    var outcome = from.does(new StickerIntent.Send(room.of(from), pack.id(), number, null));
    if (!(outcome instanceof Outcome.Queued queued)) {
      throw new DemoFailure("a sticker ended as " + outcome);
    }
    talk.note(from, List.of(to), room, queued.message());
    feats.add("stickers", 1);
    return queued.message();
  }

  private static boolean has(DemoPerson person, String title) {
    return person.engine().models().stickers().packs().stream()
        .anyMatch(one -> one.title().equals(title) && one.fetched());
  }

  private static PackView pack(DemoPerson person, String title) {
    return person.engine().models().stickers().packs().stream()
        .filter(one -> one.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new DemoFailure(person.name() + " has no pack " + title));
  }

  /// The voice message that Ana has sent before.
  private void plays(DemoPerson person, ConversationId room) throws InterruptedException {
    var spoken =
        person.messages(room).stream()
            .filter(entry -> !entry.outgoing() && isVoice(entry))
            .findFirst()
            .orElseThrow(() -> new DemoFailure("there is no voice message"));
    person.does(new VoiceIntent.Played(spoken.id()));
    pause.until(
        "it is marked as played", () -> person.entry(spoken.id()).marks().handled().played());
    feats.add("played", 1);
  }

  private static boolean isVoice(EntryView entry) {
    return entry.attachments().stream().anyMatch(one -> one.kind() == Attachment.Kind.VOICE);
  }
}
