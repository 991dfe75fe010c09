package org.juntos.launcher.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.EntryView;

/// All that is said, and whether it has come to everybody.
final class Talk {

  private final DemoVoice voice;
  private final Pause pause;
  private final List<Said> said = new ArrayList<>();

  Talk(DemoVoice voice, Pause pause) {
    this.voice = voice;
    this.pause = pause;
  }

  /// @param readers everybody else in the room
  record Said(DemoPerson author, List<DemoPerson> readers, Room room, MessageId message) {
    Said {
      readers = List.copyOf(readers);
    }

    /// What the author knows of it; null when they have lost it.
    EntryView atAuthor() {
      return author.entry(message);
    }

    /// How often a reader has it.
    long timesAt(DemoPerson reader) {
      return reader.messages(room.of(reader)).stream()
          .filter(entry -> entry.id().equals(message))
          .count();
    }
  }

  List<Said> said() {
    return List.copyOf(said);
  }

  /// Between two.
  void says(DemoPerson author, DemoPerson reader, String body) throws InterruptedException {
    says(author, List.of(reader), Room.between(author, reader), body);
  }

  void says(DemoPerson author, List<DemoPerson> readers, Room room, String body)
      throws InterruptedException {
    voice.says(author.name() + ": " + body);
    note(author, readers, room, author.sends(room.of(author), body, List.of()));
  }

  /// Between two.
  void shows(DemoPerson author, DemoPerson reader, Path file, boolean spoken)
      throws InterruptedException {
    voice.says(author.name() + ": [" + file.getFileName() + "]");
    var room = Room.between(author, reader);
    var files = List.of(new Intent.OutgoingFile(file, false, spoken));
    note(author, List.of(reader), room, author.sends(room.of(author), "", files));
  }

  /// Something was said in another way.
  void note(DemoPerson author, List<DemoPerson> readers, Room room, MessageId message) {
    said.add(new Said(author, readers, room, message));
  }

  /// Waits until all readers have looked at everything, and all authors know it.
  void seenByAll() throws InterruptedException {
    for (var one : said) {
      for (var reader : one.readers()) {
        pause.until(
            reader.name() + " sees " + one.message(),
            () -> reader.sees(one.room().of(reader), one.message()));
      }
    }
    for (var one : said) {
      pause.until(
          one.author().name() + " knows that " + one.message() + " was seen",
          () -> one.author().knowsSeen(one.message(), one.readers().size()));
    }
  }
}
