package org.juntos.relay.admin.console;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.juntos.relay.audit.AuditLine;

/// Messages and files a day, drawn and as a table.
record Traffic(List<AuditLine> lines) {
  static final int DAYS = 14;
  private static final int HEIGHT = 96;
  private static final int STEP = 24;
  private static final int BAR = 16;

  /// @param messageBytes all of them together
  private record Day(LocalDate date, long messages, long messageBytes, long files, long fileBytes) {
    Day plus(AuditLine line) {
      return line.kind().equals("file")
          ? new Day(date, messages, messageBytes, files + line.count(), fileBytes + line.bytes())
          : new Day(date, messages + line.count(), messageBytes + line.bytes(), files, fileBytes);
    }
  }

  private List<Day> days() {
    var days = new TreeMap<LocalDate, Day>();
    for (var line : lines) {
      days.merge(line.day(), none(line.day()).plus(line), (before, _) -> before.plus(line));
    }
    if (!days.isEmpty()) {
      days.firstKey()
          .datesUntil(days.lastKey())
          .forEach(date -> days.putIfAbsent(date, none(date)));
    }
    return List.copyOf(days.values());
  }

  private static Day none(LocalDate date) {
    return new Day(date, 0, 0, 0, 0);
  }

  Markup markup() {
    var days = days();
    return Markup.of(
        "<section><h2>Messages a day</h2>{}</section>",
        days.isEmpty()
            ? Markup.of("<p class=\"empty\">Nothing has passed yet.</p>")
            : Markup.of("{}{}", chart(days), table(days)));
  }

  /// Bars beside the table that says the same, so nobody has to see them.
  private static Markup chart(List<Day> days) {
    long most = Math.max(1, days.stream().mapToLong(Day::messages).max().orElse(1));
    var bars =
        Stream.iterate(0, i -> i < days.size(), i -> i + 1).map(i -> bar(i, days.get(i), most));
    return Markup.of(
        "<svg class=\"chart\" viewBox=\"0 0 {} {}\" preserveAspectRatio=\"xMinYMax\" aria-hidden=\"true\">{}</svg>",
        DAYS * STEP,
        HEIGHT,
        Markup.all(bars));
  }

  private static Markup bar(int at, Day day, long most) {
    long height = Math.max(1, day.messages() * HEIGHT / most);
    return Markup.of(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"2\"/>",
        at * STEP + (STEP - BAR) / 2,
        HEIGHT - height,
        BAR,
        height);
  }

  private static Markup table(List<Day> days) {
    var rows =
        days.stream()
            .sorted(Comparator.comparing(Day::date).reversed())
            .map(day ->
                Tables.row(
                    Markup.of("<time>{}</time>", day.date()),
                    Figures.count(day.messages()),
                    Figures.bytes(day.messageBytes()),
                    Figures.count(day.files()),
                    Figures.bytes(day.fileBytes())));
    return Tables.of(
        "The last " + DAYS + " days",
        List.of("Day (UTC)", "Messages", "Bytes", "Files", "Bytes"),
        Markup.all(rows));
  }
}
