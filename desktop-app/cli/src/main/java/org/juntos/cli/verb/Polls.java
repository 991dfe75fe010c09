package org.juntos.cli.verb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.juntos.cli.output.Line;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.CardIntent;
import org.juntos.engine.model.CardView;

/// Polls that are there. Options are called by their numbers, from 1.
public final class Polls {
  private Polls() {}

  /// How a poll stands.
  ///
  /// @param message its id, or the beginning of it
  public record Show(String message) implements Listing {
    @Override
    public List<Line> lines(Desk desk) throws Refusal {
      desk.ready();
      return List.of(line(desk, Messages.find(desk, message)));
    }

    @Override
    public boolean isList() {
      return false;
    }
  }

  /// Votes, in place of what the person has chosen before.
  ///
  /// @param options none takes the vote back
  /// @param settle how long to stay until the relay has it
  public record Vote(String message, List<Integer> options, Duration settle) implements Verb {
    public Vote {
      options = List.copyOf(options);
    }

    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      var id = Messages.find(desk, message);
      desk.submit(new CardIntent.Vote(id, options.stream().map(number -> number - 1).toList()));
      return output -> {
        desk.settle(settle);
        output.print(line(desk, id));
      };
    }
  }

  /// Closes a poll of the person's own.
  public record Close(String message, Duration settle) implements Verb {
    @Override
    public Rest begin(Desk desk) throws Refusal, InterruptedException {
      desk.ready();
      var id = Messages.find(desk, message);
      desk.submit(new CardIntent.ClosePoll(id));
      return output -> {
        desk.settle(settle);
        output.print(line(desk, id));
      };
    }
  }

  /// The numbers of options, as somebody types them.
  public static List<Integer> numbers(List<String> typed) throws Refusal {
    var numbers = new ArrayList<Integer>();
    for (var one : typed) {
      if (!one.matches("[1-9]\\d?")) {
        throw Refusal.of("poll-option-unknown", "Options have numbers from 1.", "See poll show.");
      }
      numbers.add(Integer.valueOf(one));
    }
    return numbers;
  }

  private static Line line(Desk desk, MessageId id) throws Refusal {
    var entry = desk.models().entry(id);
    if (entry == null || !(entry.card() instanceof CardView.PollView poll)) {
      throw entry == null
          ? Refusal.of("message-unknown", "There is no such message.", "Look it up with history.")
          : Refusal.of("poll-unknown", "This message is no poll.", "");
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id.toString());
    json.putAll(DescribeCards.poll(poll));
    return new Line(json, id + "  " + DescribeCards.text(poll));
  }
}
