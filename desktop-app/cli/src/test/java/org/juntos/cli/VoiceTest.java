package org.juntos.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.VoiceIntent;
import org.juntos.engine.model.ContactView;

/// Voice messages from the command line.
class VoiceTest extends AtTheTerminal {
  private final ContactView ben = profile.addContact("bbbbbbbb-0000-4000-8000-000000000002", "Ben");

  @TempDir Path folder;

  @Test
  void a_sound_file_is_sent_as_a_voice_message() throws Exception {
    var sound = Files.write(folder.resolve("note.mp3"), new byte[10]);
    assertEquals(0, ana.types("--json", "voice", "send", "Ben", sound.toString()));
    assertEquals(
        new Intent.SendMessage(
            ben.conversation(), "", List.of(new Intent.OutgoingFile(sound, false, true))),
        profile.submitted.getLast());
  }

  @Test
  void a_file_that_is_not_there_is_refused() throws Exception {
    assertEquals(1, ana.types("--json", "voice", "send", "Ben", "nowhere.mp3"));
    assertEquals("file-unreadable", ana.errorCode());
    assertEquals(2, ana.types("--json", "voice", "send", "Ben"));
  }

  @Test
  void voice_messages_are_listed_with_their_length_and_marked_as_played() throws Exception {
    profile.append("a text");
    var voice = profile.appendVoice(12_400);
    assertEquals(0, ana.types("--json", "voice", "list", "Ben"));
    assertEquals(1, ana.jsonLines().size());
    assertEquals(voice.toString(), ana.jsonLines().getFirst().get("id"));
    assertEquals("12400", String.valueOf(ana.jsonLines().getFirst().get("durationMs")));
    assertEquals(0, ana.types("--json", "voice", "played", voice.toString()));
    assertEquals(new VoiceIntent.Played(voice), profile.submitted.getLast());
    assertEquals(true, ana.jsonLines().getLast().get("played"));
    assertEquals(0, ana.types("voice", "list", "Ben"));
    assertTrue(ana.shown().contains("0:12"), ana::shown);
  }

  @Test
  void what_somebody_says_of_its_length_is_held_to_a_day() throws Exception {
    profile.appendVoice(Long.MAX_VALUE);
    assertEquals(0, ana.types("voice", "list", "Ben"));
    assertTrue(ana.shown().contains("1440:00"), ana::shown);
  }
}
