package org.juntos.content;

import java.util.HashSet;
import java.util.List;

/// Asks everybody in a conversation.
///
/// @param question 1 to [#MAX_QUESTION] characters
/// @param options 2 to [#MOST_OPTIONS], none like another, each of 1 to [#MAX_OPTION] characters
/// @param multiple whether a voter may choose several
/// @param anonymous whether readers leave out who has chosen what. Everybody gets the votes, since
///   everybody counts them: it is a promise of the program, not a secret
public record Poll(String question, List<String> options, boolean multiple, boolean anonymous)
    implements Card {
  /// Most options.
  public static final int MOST_OPTIONS = 12;

  /// Most characters of a question.
  public static final int MAX_QUESTION = 300;

  /// Most characters of an option.
  public static final int MAX_OPTION = 100;

  private static final int FEWEST_OPTIONS = 2;

  public Poll {
    if (options.size() < FEWEST_OPTIONS || options.size() > MOST_OPTIONS) {
      throw new IllegalArgumentException("a poll has 2 to 12 options");
    }
    question = CardText.words(question, MAX_QUESTION);
    options = options.stream().map(option -> CardText.words(option, MAX_OPTION)).toList();
    if (areAlike(options)) {
      throw new IllegalArgumentException("two options of a poll are alike");
    }
  }

  /// Whether nobody could tell two of them apart.
  public static boolean areAlike(List<String> options) {
    var seen = new HashSet<String>();
    return !options.stream().map(CardText::likeness).allMatch(seen::add);
  }

  /// Whether nothing of a text could be seen.
  public static boolean isEmpty(String text) {
    return !Visible.any(text);
  }

  /// Whether somebody may choose these, by their places from 0. None takes a vote back.
  public boolean takes(List<Integer> chosen) {
    return (multiple || chosen.size() <= 1)
        && chosen.stream().allMatch(option -> option >= 0 && option < options.size());
  }

  @Override
  public String text() {
    return question + "\n" + String.join("\n", options);
  }

  @Override
  public String title() {
    return "Poll: " + question;
  }
}
