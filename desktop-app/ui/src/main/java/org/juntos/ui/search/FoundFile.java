package org.juntos.ui.search;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.juntos.engine.model.FileWords;
import org.juntos.engine.model.FoundView;

/// A line about the files of a message that was found.
///
/// @param words a name, or how many files there are
/// @param marks where what was looked for stands in it
record FoundFile(String words, List<FoundView.Mark> marks) {
  private static final int MOST_NAMES = 3;

  /// The name of the only file; of several how many they are, and the names that were looked for.
  static List<FoundFile> shown(FoundView found) {
    var files = found.entry().attachments();
    var named = IntStream.range(0, files.size()).mapToObj(index -> named(found, index)).toList();
    if (files.size() < 2) {
      return named;
    }
    var all = new FoundFile(FileWords.of(FileWords.kinds(files)), List.of());
    var wanted = named.stream().filter(file -> !file.marks.isEmpty()).limit(MOST_NAMES);
    return Stream.concat(Stream.of(all), wanted).toList();
  }

  private static FoundFile named(FoundView found, int index) {
    List<FoundView.Mark> marks =
        index < found.fileMarks().size() ? found.fileMarks().get(index) : List.of();
    return new FoundFile(found.entry().attachments().get(index).fileName(), marks);
  }
}
