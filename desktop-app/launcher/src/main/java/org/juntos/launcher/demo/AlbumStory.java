package org.juntos.launcher.demo;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.juntos.engine.intent.Intent.OutgoingFile;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.FileWords;
import org.juntos.engine.model.Finding;
import org.juntos.engine.model.Finding.Sought;

/// Several pictures, a video and a document in one message to the group, in original quality, and
/// what was starred before is found again.
final class AlbumStory extends Story {
  /// See [DemoStory#SECRETS].
  static final List<String> SECRETS = List.of("The whole meadow in one go");

  AlbumStory(Scene scene) {
    super(scene);
  }

  /// In the group that they have made before.
  void tell() throws InterruptedException {
    voice.says("Cleo sends an album to the group, in original quality");
    var cleo = cast.cleo();
    var group = cast.group();
    var album =
        cleo.sends(
            group,
            "The whole meadow in one go 🌼",
            List.of(
                original(files.photo()),
                original(files.photo()),
                original(files.video()),
                original(files.document())));
    talk.note(cleo, cast.othersThan(cleo), Room.group(group), album);
    talk.seenByAll();
    for (var reader : cast.othersThan(cleo)) {
      pause.until(
          reader.name() + " knows what is in it",
          () ->
              FileWords.of(FileWords.kinds(reader.entry(album).attachments()))
                  .equals("2 photos, 1 video and 1 file"));
    }
    feats.add("albums", 1);
    pause.until(
        "the pictures leave",
        () ->
            cleo.entry(album).attachments().stream().allMatch(file -> file.state() == State.HERE));
    feats.add("originalQuality", cleo.entry(album).attachments().size());
    voice.shows("album");
    found();
  }

  private static OutgoingFile original(Path file) {
    return new OutgoingFile(file, true, false);
  }

  private void found() {
    voice.says("Ben finds what he has starred");
    var sought = new Sought("is:starred", ZoneOffset.UTC, null);
    var finding = cast.ben().engine().models().finding();
    if (!(finding.find(sought, Finding.NEWEST, 10)
            instanceof Finding.Answer.Found(var messages, _, _))
        || messages.size() != 1) {
      throw new DemoFailure("Ben does not find his star");
    }
    feats.add("starredFound", messages.size());
  }
}
