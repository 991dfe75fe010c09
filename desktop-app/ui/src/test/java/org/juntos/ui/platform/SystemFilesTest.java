package org.juntos.ui.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFilesTest {
  @TempDir private Path folder;

  @Test
  void a_path_is_one_argument_of_the_systems_own_opener() {
    var file = Path.of("/home/ana/-x $(id); y.pdf");
    var text = file.toString();
    assertEquals(List.of("xdg-open", text), SystemFiles.opening("Linux", file));
    assertEquals(List.of("open", text), SystemFiles.opening("Mac OS X", file));
    assertEquals(
        List.of("rundll32", "url.dll,FileProtocolHandler", text),
        SystemFiles.opening("Windows 11", file));
    assertEquals(List.of("xdg-open", "/home/ana"), SystemFiles.showing("Linux", file));
    assertEquals(List.of("open", "-R", text), SystemFiles.showing("Mac OS X", file));
    assertEquals(List.of("explorer", "/select," + text), SystemFiles.showing("Windows 11", file));
  }

  @Test
  void what_was_opened_is_gone_afterwards_and_nothing_else() throws IOException {
    var opened = new OpenedFiles(folder);
    var other = Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("a"), "x");
    var place = opened.place();
    var copy = Files.writeString(place.resolve("a.pdf"), "secret");
    Files.createSymbolicLink(place.resolve("link"), folder.resolve("mine"));
    assertTrue(Files.exists(copy));
    opened.clear();
    assertFalse(Files.exists(place));
    assertTrue(Files.exists(other));
  }
}
