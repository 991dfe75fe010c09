package org.juntos.bench.client.start;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.juntos.bench.client.process.Moment;

/// One start, or the medians of several.
///
/// @param askedMillis from process start to the question for the passphrase; 0 for the floor
/// @param listedMillis from process start to the list of conversations; 0 for the floor
/// @param shownMillis from process start to the conversation, for the floor to the empty window
/// @param processorSeconds used until then
/// @param residentMebibytes resident then
/// @param heapMebibytes of that, what a collection leaves of the heap
record StartRun(
    double askedMillis,
    double listedMillis,
    double shownMillis,
    double processorSeconds,
    double residentMebibytes,
    double heapMebibytes) {
  StartRun(double askedMillis, double listedMillis, Moment shown, double heapMebibytes) {
    this(
        askedMillis,
        listedMillis,
        shown.millis(),
        shown.processorSeconds(),
        (double) shown.residentMebibytes(),
        heapMebibytes);
  }

  /// The median of each figure by itself.
  static StartRun median(List<StartRun> runs) {
    return new StartRun(
        median(runs, StartRun::askedMillis),
        median(runs, StartRun::listedMillis),
        median(runs, StartRun::shownMillis),
        median(runs, StartRun::processorSeconds),
        median(runs, StartRun::residentMebibytes),
        median(runs, StartRun::heapMebibytes));
  }

  static double median(Stream<Double> figures) {
    return median(figures.mapToDouble(Double::doubleValue));
  }

  private static double median(List<StartRun> runs, ToDoubleFunction<StartRun> figure) {
    return median(runs.stream().mapToDouble(figure));
  }

  private static double median(DoubleStream figures) {
    var sorted = figures.sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /// The members of a JSON object that client and floor have both, without its braces.
  String members() {
    return String.format(
        Locale.ROOT,
        "\"shownMs\":%.0f,\"cpuSeconds\":%.2f,\"rssMb\":%.0f,\"heapMb\":%.0f",
        shownMillis,
        processorSeconds,
        residentMebibytes,
        heapMebibytes);
  }

  /// One line for people.
  String sentence() {
    return String.format(
        Locale.ROOT,
        "%sshown after %.0f ms, %.2f s of CPU, %.0f MiB resident (%.0f of heap)",
        listedMillis == 0
            ? ""
            : "asked after %.0f ms, listed after %.0f ms, ".formatted(askedMillis, listedMillis),
        shownMillis,
        processorSeconds,
        residentMebibytes,
        heapMebibytes);
  }
}
