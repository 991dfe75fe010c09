package org.juntos.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Who may see whom.
final class Boundaries {
  private static final String ROOT = "org.juntos.";

  /// Each module, by the part of its package after `org.juntos`, and what it may see of ours.
  private static final Map<String, Set<String>> SEES =
      Map.ofEntries(
          Map.entry("wire", Set.of()),
          Map.entry("content", Set.of("wire")),
          Map.entry("crypto", Set.of("wire", "content")),
          Map.entry("store", Set.of("crypto", "content", "wire")),
          Map.entry("relay", Set.of("wire")),
          Map.entry("bench", Set.of("relay", "wire")),
          Map.entry(
              "bench.client",
              Set.of(
                  "launcher",
                  "testkit",
                  "bench",
                  "ui",
                  "engine",
                  "store",
                  "crypto",
                  "content",
                  "wire")),
          Map.entry("media", Set.of()),
          Map.entry("engine", Set.of("store", "crypto", "content", "wire", "media")),
          Map.entry("ui", Set.of("engine", "media", "crypto", "content", "wire")),
          Map.entry("cli", Set.of("engine", "crypto", "content", "wire")),
          Map.entry(
              "launcher",
              Set.of("ui", "cli", "engine", "media", "store", "crypto", "content", "wire")),
          Map.entry(
              "testkit", Set.of("engine", "relay", "store", "crypto", "content", "wire", "media")),
          Map.entry(
              "gallery", Set.of("ui", "testkit", "engine", "media", "crypto", "content", "wire")));

  private Boundaries() {}

  /// The import matrix of the architecture.
  static List<Finding> modules(House house) {
    return dependencies(
        house,
        (origin, target) -> {
          var from = module(origin);
          var to = module(target);
          return !from.equals(to)
              && !to.isEmpty()
              && !SEES.getOrDefault(from, Set.of()).contains(to);
        });
  }

  /// The front end sees what may be asked and what may be watched, not how the engine works.
  static List<Finding> frontEndAndEngine(House house) {
    return dependencies(
        house,
        (origin, target) ->
            isIn(origin, "org.juntos.ui")
                && isIn(target, "org.juntos.engine")
                && !isIn(target, "org.juntos.engine.intent")
                && !isIn(target, "org.juntos.engine.model"));
  }

  static List<Finding> javaFx(House house) {
    return only(
        house,
        "javafx",
        "org.juntos.ui",
        "org.juntos.launcher",
        "org.juntos.gallery",
        "org.juntos.bench.client");
  }

  static List<Finding> libsignal(House house) {
    return only(house, "org.signal", "org.juntos.crypto", "org.juntos.relay.sealed");
  }

  static List<Finding> jetty(House house) {
    return only(house, "org.eclipse.jetty", "org.juntos.relay.http");
  }

  static List<Finding> sql(House house) {
    var found =
        new ArrayList<>(only(house, "java.sql", "org.juntos.store", "org.juntos.relay.store"));
    found.addAll(only(house, "org.sqlite", "org.juntos.store", "org.juntos.relay.store"));
    return found;
  }

  /// The code service knows phone numbers, the accounts know devices; only a signed token passes
  /// between them.
  static List<Finding> codesAndAccounts(House house) {
    return dependencies(
        house,
        (origin, target) ->
            (isIn(origin, "org.juntos.relay.otp") && isIn(target, "org.juntos.relay.account"))
                || (isIn(origin, "org.juntos.relay.account")
                    && isIn(target, "org.juntos.relay.otp")));
  }

  private static List<Finding> only(House house, String seen, String... by) {
    Predicate<JavaClass> allowed =
        origin -> List.of(by).stream().anyMatch(root -> isIn(origin, root));
    return dependencies(house, (origin, target) -> isIn(target, seen) && !allowed.test(origin));
  }

  private static List<Finding> dependencies(
      House house, BiPredicate<JavaClass, JavaClass> forbidden) {
    return house.classes().stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> forbidden.test(dependency.getOriginClass(), target(dependency)))
        .map(dependency ->
            new Finding(
                dependency.getOriginClass().getName(), "sees " + target(dependency).getName()))
        .distinct()
        .toList();
  }

  /// The longest name in the matrix that fits, or what comes after the root.
  private static String module(JavaClass type) {
    var name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return "";
    }
    return SEES.keySet().stream()
        .filter(module -> isIn(type, ROOT + module))
        .max(Comparator.comparingInt(String::length))
        .orElseGet(() -> name.substring(ROOT.length()).split("\\.", -1)[0]);
  }

  private static JavaClass target(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType();
  }

  private static boolean isIn(JavaClass type, String root) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }
}
