package org.juntos.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ContactCard;
import org.juntos.content.Place;
import org.juntos.wire.AccountId;

/// What a message is in place of text and files. All texts are plain, on one line.
public sealed interface CardView {
  /// What it is and is called, in one line.
  String title();

  /// A poll as it stands.
  ///
  /// @param multiple whether a voter may choose several
  /// @param anonymous whether who has chosen what is left out
  /// @param voters how many have voted
  /// @param own whether the person has made it, and may close it
  /// @param closing null while it takes votes
  record PollView(
      String question,
      List<OptionView> options,
      boolean multiple,
      boolean anonymous,
      int voters,
      boolean own,
      @Nullable Closing closing)
      implements CardView {
    public PollView(
        String question,
        List<OptionView> options,
        boolean multiple,
        boolean anonymous,
        int voters,
        boolean own,
        @Nullable Closing closing) {
      this.question = question;
      this.options = List.copyOf(options);
      this.multiple = multiple;
      this.anonymous = anonymous;
      this.voters = voters;
      this.own = own;
      this.closing = closing;
    }

    /// Whether it takes votes.
    public boolean isOpen() {
      return closing == null;
    }

    /// What the person has chosen, by places from 0.
    public List<Integer> chosen() {
      return IntStream.range(0, options.size())
          .filter(place -> options.get(place).chosen())
          .boxed()
          .toList();
    }

    @Override
    public String title() {
      return "Poll: " + question;
    }
  }

  /// @param votes how many have chosen it
  /// @param chosen whether the person has
  /// @param names who has, in the order in which they voted; empty where that is left out
  record OptionView(String text, int votes, boolean chosen, List<String> names) {
    public OptionView {
      names = List.copyOf(names);
    }
  }

  /// How a poll was closed.
  ///
  /// @param at the author's clock
  /// @param missing votes that are to be counted and have not come here
  /// @param ownLeftOut whether the person has voted, and it is not counted
  record Closing(Instant at, int missing, boolean ownLeftOut) {}

  /// Somewhere.
  record PlaceView(Place place) implements CardView {
    @Override
    public String title() {
      return place.title();
    }
  }

  /// Somebody.
  ///
  /// @param account null when they have none that is known
  /// @param link text of their contact link; empty when they have none
  record PersonView(ContactCard card, @Nullable AccountId account, String link)
      implements CardView {
    @Override
    public String title() {
      return card.title();
    }
  }
}
