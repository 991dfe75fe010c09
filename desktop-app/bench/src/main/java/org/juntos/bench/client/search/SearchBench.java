package org.juntos.bench.client.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.juntos.store.search.SearchQuery;

/// Looks through a long history, alone and while messages come in, and compares its counts with
/// those of reading everything.
public final class SearchBench {
  private static final long SEED = 7;
  private static final int QUESTIONS = 300;
  private static final int COMPARED = 60;
  private static final String DATABASE = "profile.db";

  private final Path folder;
  private final int messages;

  /// @param folder for the profile
  public SearchBench(Path folder, int messages) {
    this.folder = folder.resolve("searched");
    this.messages = messages;
  }

  /// Runs it all.
  public SearchFigures run() throws IOException, InterruptedException {
    try (var profile = LongRun.create(folder)) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
      var words = new Vocabulary(random);
      var start = InstantSource.system().instant().minus(Duration.ofDays(2000));
      var history = new LongHistory(profile.store(), random, words, start);
      say("writing " + messages + " messages");
      var writing = LongRun.micros(() -> history.write(messages));
      var plain = bytes();
      say("indexing");
      var indexing = LongRun.micros(() -> LongRun.index(profile.store()));
      var stored =
          new SearchFigures.Stored(
              messages,
              (double) writing / messages,
              (double) indexing / messages,
              plain,
              bytes() - plain);
      var asked = Questions.some(QUESTIONS, random, words, history);
      var questions = new Questions(profile.store());
      var looked = looked(questions, asked, history);
      return new SearchFigures(stored, looked, compared(questions, asked, history));
    }
  }

  private static SearchFigures.Looked looked(
      Questions questions, List<SearchQuery> asked, LongHistory history)
      throws InterruptedException {
    asked.subList(0, QUESTIONS / 10).forEach(questions::firstPage); // the code is warm then
    say("looking");
    var alone = looking(questions, asked);
    say("looking while messages come in");
    var undisturbed = new ArrayList<Long>();
    LongRun.incoming(history, undisturbed, () -> LongRun.pause(Duration.ofSeconds(2)));
    var disturbed = new ArrayList<Long>();
    var beside = new ArrayList<Long>();
    LongRun.incoming(history, disturbed, () -> beside.addAll(looking(questions, asked)));
    return new SearchFigures.Looked(
        Times.of(alone), Times.of(beside), Times.of(undisturbed), Times.of(disturbed));
  }

  private static SearchFigures.Compared compared(
      Questions questions, List<SearchQuery> asked, LongHistory history) {
    say("counting, and comparing with reading everything");
    var compared = asked.subList(0, COMPARED);
    var counts = new long[COMPARED];
    var counting = new ArrayList<Long>();
    for (var i = 0; i < COMPARED; i++) {
      var at = i;
      counting.add(LongRun.micros(() -> counts[at] = questions.count(compared.get(at))));
    }
    var expected = questions.readingEverything(compared, history.conversations());
    return new SearchFigures.Compared(
        COMPARED,
        Arrays.equals(counts, expected),
        Arrays.stream(expected).sum(),
        Times.of(counting));
  }

  private static List<Long> looking(Questions questions, List<SearchQuery> asked) {
    var times = new ArrayList<Long>();
    asked.forEach(query -> times.add(LongRun.micros(() -> questions.firstPage(query))));
    return times;
  }

  /// Of the database; what its log holds is a few megabytes at most.
  private long bytes() throws IOException {
    return Files.size(folder.resolve(DATABASE));
  }

  private static void say(String what) {
    System.err.println("search: " + what);
  }
}
