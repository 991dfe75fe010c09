package org.juntos.cli.verb;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.content.Choice;
import org.juntos.content.Choice.QuietHours;
import org.juntos.engine.intent.ChoiceIntent;
import org.juntos.engine.model.Quiet;

/// Says or tells when the person is not to be disturbed.
///
/// @param settle how long to stay until this account's other devices can hear of it
public record DoNotDisturb(Wish wish, Duration settle) implements Verb {
  /// What is to be chosen, after what was chosen before.
  @FunctionalInterface
  public interface Wish {
    @Nullable Choice about(Desk desk, Quiet before) throws Refusal;
  }

  /// Changes nothing.
  public static Wish show() {
    return (_, _) -> null;
  }

  /// @param length see [Lengths]
  public static Wish on(String length) {
    return (desk, _) -> new Choice.QuietUntil(true, Lengths.end(desk, length));
  }

  /// From now on, hours that have begun included.
  public static Wish off() {
    return (desk, before) -> before.off(desk.now(), desk.zone());
  }

  /// @param days such as `mon`; empty for those of before
  /// @param from `HH:MM`; empty for that of before
  /// @param to `HH:MM`; empty for that of before
  public static Wish schedule(boolean on, List<String> days, String from, String to) {
    return (_, before) -> {
      var known = before.hours();
      return new QuietHours(
          on,
          days.isEmpty() ? known.days() : days(days),
          from.isEmpty() ? known.from() : Lengths.minute(from),
          to.isEmpty() ? known.to() : Lengths.minute(to));
    };
  }

  private static Set<DayOfWeek> days(List<String> texts) throws Refusal {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var text : texts) {
      days.add(day(text));
    }
    return days;
  }

  private static DayOfWeek day(String text) throws Refusal {
    var word = text.strip().toUpperCase(Locale.ROOT);
    for (var day : DayOfWeek.values()) {
      if (word.length() >= 3 && day.name().startsWith(word)) {
        return day;
      }
    }
    throw Refusal.of("usage", text + " is no day of the week.", "Give for instance mon,tue.");
  }

  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    desk.ready();
    var before = desk.models().personal().value().quiet();
    var choice = wish.about(desk, before);
    if (choice == null) {
      return output -> output.print(line(desk, before));
    }
    desk.submit(new ChoiceIntent.Choose(choice));
    var now =
        switch (choice) {
          case QuietHours hours -> new Quiet(hours, before.until());
          case Choice.QuietUntil until -> new Quiet(before.hours(), until);
          default -> before;
        };
    return output -> {
      desk.settle(settle);
      output.print(line(desk, now));
    };
  }

  private static Line line(Desk desk, Quiet quiet) {
    var now = desk.now();
    boolean is = quiet.isQuiet(now, desk.zone());
    var hours = quiet.hours();
    var until = quiet.until().until();
    boolean said = until.isAfter(now);
    var json = new LinkedHashMap<String, Object>();
    json.put("quiet", is);
    json.put("saidUntil", said && !until.equals(Choice.FOREVER) ? until.toString() : null);
    json.put("said", said);
    json.put("schedule", hours.on());
    json.put("days", hours.days().stream().sorted().map(DoNotDisturb::word).toList());
    json.put("from", clock(hours.from()));
    json.put("to", clock(hours.to()));
    return new Line(json, text(is, quiet, now));
  }

  private static String text(boolean is, Quiet quiet, Instant now) {
    var hours = quiet.hours();
    var schedule =
        hours.on()
            ? clock(hours.from())
                + " to "
                + clock(hours.to())
                + " on "
                + String.join(" ", hours.days().stream().sorted().map(DoNotDisturb::word).toList())
            : "no schedule";
    var said = quiet.until().until().isAfter(now) ? "  (said so)" : "";
    return (is ? "do not disturb" : "notifications are on") + said + "  " + schedule;
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }
}
