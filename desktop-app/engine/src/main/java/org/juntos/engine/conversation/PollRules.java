package org.juntos.engine.conversation;

import java.util.List;
import org.juntos.content.Poll;
import org.juntos.engine.intent.CardIntent;

/// What a poll has to be, said to its author in words.
final class PollRules {
  private static final int FEWEST = 2;

  private PollRules() {}

  /// The code of what is wrong; empty when nothing is.
  static String wrong(String question, List<String> options) {
    if (Poll.isEmpty(question)) {
      return "poll-question-empty";
    }
    if (length(question) > Poll.MAX_QUESTION) {
      return "poll-question-too-long";
    }
    if (options.size() < FEWEST) {
      return "poll-options-few";
    }
    return options.size() > Poll.MOST_OPTIONS ? "poll-options-many" : wrong(options);
  }

  private static String wrong(List<String> options) {
    if (options.stream().anyMatch(Poll::isEmpty)) {
      return "poll-option-empty";
    }
    if (options.stream().anyMatch(option -> length(option) > Poll.MAX_OPTION)) {
      return "poll-option-too-long";
    }
    return Poll.areAlike(options) ? "poll-options-alike" : "";
  }

  private static int length(String text) {
    var stripped = text.strip();
    return stripped.codePointCount(0, stripped.length());
  }

  /// One that nothing is wrong with.
  static Poll poll(CardIntent.Ask ask) {
    return new Poll(ask.question(), ask.options(), ask.multiple(), ask.anonymous());
  }
}
