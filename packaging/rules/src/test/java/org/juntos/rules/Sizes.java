package org.juntos.rules;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Files and methods stay small. Counted are lines with code. The caps count a method from its
/// signature to its closing brace, the median only what is between its braces.
final class Sizes {
  static final int FILE_CAP = 300;
  static final int METHOD_CAP = 40;
  private static final int MOST_FILES = 200;
  private static final int MOST_METHODS = 15;
  private static final int MEDIAN_BODY = 4;

  private record Method(SourceFile source, String name, int lines, int bodyLines) {}

  private Sizes() {}

  static List<Finding> longFiles(House house) {
    return house.sources().stream()
        .filter(source -> source.lines().total() > FILE_CAP)
        .map(source -> source.finding(source.lines().total() + " lines of code"))
        .toList();
  }

  static List<Finding> longMethods(House house) {
    return methods(house.sources()).stream()
        .filter(method -> method.lines > METHOD_CAP)
        .map(method ->
            method.source.finding(method.name + " has " + method.lines + " lines of code"))
        .toList();
  }

  static List<Finding> mostlyShortFiles(House house) {
    var lengths = house.mainSources().stream().mapToInt(source -> source.lines().total());
    return share(lengths, 0.9, MOST_FILES, "files");
  }

  static List<Finding> mostlyShortMethods(House house) {
    var methods = methods(house.mainSources());
    var lengths = methods.stream().mapToInt(Method::lines);
    var bodies = methods.stream().mapToInt(Method::bodyLines);
    var findings = new ArrayList<>(share(lengths, 0.9, MOST_METHODS, "methods"));
    findings.addAll(share(bodies, 0.5, MEDIAN_BODY, "method bodies"));
    return findings;
  }

  private static List<Finding> share(IntStream lengths, double share, int cap, String what) {
    var sorted = lengths.sorted().toArray();
    if (sorted.length == 0) {
      return List.of();
    }
    var reached = sorted[(int) Math.ceil(share * sorted.length) - 1];
    return reached <= cap
        ? List.of()
        : List.of(
            new Finding(
                "all",
                "%d %% of %s have up to %d lines of code, not %d"
                    .formatted((int) (share * 100), what, reached, cap)));
  }

  private static List<Method> methods(List<SourceFile> sources) {
    var methods = new ArrayList<Method>();
    for (var source : sources) {
      source.unit().accept(new Collector(source), methods);
    }
    return methods;
  }

  private static final class Collector extends TreeScanner<Void, List<Method>> {
    private final SourceFile source;

    private Collector(SourceFile source) {
      this.source = source;
    }

    @Override
    public Void visitMethod(MethodTree method, List<Method> methods) {
      if (method.getBody() != null) {
        var first = source.lineOf(source.firstAfterModifiers(method));
        var open = source.lineOf(source.start(method.getBody()));
        var last = source.lineOf(source.end(method));
        var body = last > open ? source.lines().between(open + 1, last - 1) : 0;
        var name = method.getName().toString();
        methods.add(new Method(source, name, source.lines().between(first, last), body));
      }
      return super.visitMethod(method, methods);
    }
  }
}
