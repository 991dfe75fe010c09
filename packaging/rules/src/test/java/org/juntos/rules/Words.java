package org.juntos.rules;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/// What sources may and may not say.
final class Words {
  private static final Set<String> EMPTY_NAMES =
      Set.of("Impl", "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common");
  private static final Pattern WORD = Pattern.compile("[A-Z][a-z0-9]*");
  private static final Pattern LEFT_OPEN =
      Pattern.compile(
          "\\b(?:TODO|FIXME)\\b|@(?:Disabled|Ignore)\\w*\\b|\\bassume(?:True|False|That)\\b");
  private static final Pattern CUT = Pattern.compile("(?m)^ *///.*\\R *//(?!/)");
  private static final Set<String> BROAD =
      Set.of("Exception", "RuntimeException", "Throwable", "Error");
  private static final Set<String> TESTS =
      Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory");

  private Words() {}

  static List<Finding> emptyNames(House house) {
    return scan(
        house.sources(),
        (source, found) ->
            new TreeScanner<Void, Void>() {
              @Override
              public Void visitClass(ClassTree type, Void nothing) {
                var words = WORD.matcher(type.getSimpleName()).results().map(MatchResult::group);
                words
                    .filter(EMPTY_NAMES::contains)
                    .forEach(
                        word -> found.add(source.finding(type.getSimpleName() + " says " + word)));
                return super.visitClass(type, null);
              }
            });
  }

  static List<Finding> leftOpen(House house) {
    var found = new ArrayList<Finding>();
    for (var source : house.sources()) {
      LEFT_OPEN
          .matcher(source.text())
          .results()
          .forEach(match ->
              found.add(
                  source.finding(match.group() + " in line " + source.lineOf(match.start()))));
    }
    return found;
  }

  /// The formatter cuts a long `///` line and goes on with `//`, which is no documentation any
  /// more.
  static List<Finding> cutDocumentation(House house) {
    var found = new ArrayList<Finding>();
    for (var source : house.sources()) {
      CUT.matcher(source.text())
          .results()
          .forEach(match ->
              found.add(source.finding("doc comment cut in line " + source.lineOf(match.start()))));
    }
    return found;
  }

  static List<Finding> broadCatches(House house) {
    return scan(
        house.mainSources(),
        (source, found) ->
            new TreeScanner<Void, Void>() {
              @Override
              public Void visitCatch(CatchTree caught, Void nothing) {
                var types = caught.getParameter().getType().toString().split(" \\| ");
                Stream.of(types)
                    .filter(BROAD::contains)
                    .forEach(type ->
                        found.add(
                            source.finding(
                                "catches %s in line %d"
                                    .formatted(type, source.lineOf(source.start(caught))))));
                return super.visitCatch(caught, null);
              }
            });
  }

  static List<Finding> undocumentedTypes(House house) {
    var found = new ArrayList<Finding>();
    for (var source : house.mainSources()) {
      for (var declared : source.unit().getTypeDecls()) {
        if (declared instanceof ClassTree type
            && type.getModifiers().getFlags().contains(Modifier.PUBLIC)
            && !isDocumented(source, type)) {
          found.add(source.finding("public without a doc comment"));
        }
      }
    }
    return found;
  }

  static List<Finding> namelessTests(House house) {
    return scan(
        house.sources(),
        (source, found) ->
            new TreeScanner<Void, Void>() {
              @Override
              public Void visitMethod(MethodTree method, Void nothing) {
                var name = method.getName().toString();
                if (isTest(method) && !name.contains("_")) {
                  found.add(source.finding(name + " is not a sentence_with_underscores"));
                }
                return super.visitMethod(method, null);
              }
            });
  }

  private static boolean isTest(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .map(annotation -> annotation.getAnnotationType().toString())
        .anyMatch(name -> TESTS.contains(name.substring(name.lastIndexOf('.') + 1)));
  }

  private static boolean isDocumented(SourceFile source, ClassTree type) {
    var before = source.text().substring(0, Math.toIntExact(source.start(type))).stripTrailing();
    return before.endsWith("*/")
        || before.substring(before.lastIndexOf('\n') + 1).startsWith("///");
  }

  private interface Scan {
    TreeScanner<Void, Void> of(SourceFile source, List<Finding> found);
  }

  private static List<Finding> scan(List<SourceFile> sources, Scan scan) {
    var found = new ArrayList<Finding>();
    for (var source : sources) {
      scan.of(source, found).scan(source.unit(), null);
    }
    return found;
  }
}
