package org.juntos.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Calls and fields that make code depend on something that nobody passed in.
final class Calls {
  private static final Set<String> HIDDEN =
      Set.of(
          "java.time.Clock.systemUTC()",
          "java.time.Clock.systemDefaultZone()",
          "java.time.Instant.now()",
          "java.time.InstantSource.system()",
          "java.time.LocalDate.now()",
          "java.time.LocalDateTime.now()",
          "java.time.LocalTime.now()",
          "java.time.OffsetDateTime.now()",
          "java.time.ZonedDateTime.now()",
          "java.lang.System.currentTimeMillis()",
          "java.lang.Thread.sleep(long)",
          "java.lang.Thread.sleep(java.time.Duration)",
          "java.util.concurrent.TimeUnit.sleep(long)",
          "java.lang.Math.random()",
          "java.util.Random.<init>()",
          "java.util.concurrent.ThreadLocalRandom.current()",
          "java.util.random.RandomGenerator.getDefault()",
          "java.util.UUID.randomUUID()",
          "java.security.SecureRandom.<init>()");

  /// Composition roots and developer's tools: here time and randomness enter.
  private static final Set<String> WIRING =
      Set.of(
          "org.juntos.launcher",
          "org.juntos.bench",
          "org.juntos.gallery",
          "org.juntos.testkit.process",
          "org.juntos.relay.RelayMain",
          "org.juntos.testkit.process.PersonMain");

  private Calls() {}

  static List<Finding> hiddenTimeAndChance(House house) {
    return calls(
        house, type -> WIRING.stream().noneMatch(type.getName()::startsWith), HIDDEN::contains);
  }

  static List<Finding> runLater(House house) {
    var callers =
        calls(house, _ -> true, "javafx.application.Platform.runLater(java.lang.Runnable)"::equals);
    var outside =
        callers.stream()
            .filter(finding -> !finding.place().startsWith("org.juntos.ui.fx."))
            .toList();
    var classes = callers.stream().map(Finding::place).distinct().toList();
    return outside.isEmpty() && classes.size() > 1
        ? List.of(
            new Finding(
                classes.getLast(),
                "a second class that calls runLater, beside " + classes.getFirst()))
        : outside;
  }

  static List<Finding> startup(House house) {
    return calls(
        house,
        type -> !type.getPackageName().equals("org.juntos.ui.fx"),
        "javafx.application.Platform.startup(java.lang.Runnable)"::equals);
  }

  static List<Finding> mutableStatics(House house) {
    return fields(
        house,
        field ->
            field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.FINAL)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC),
        "static but not final");
  }

  static List<Finding> optionals(House house) {
    var found =
        new ArrayList<>(
            fields(
                house,
                field -> field.getRawType().getName().startsWith("java.util.Optional"),
                "an Optional field"));
    for (var type : house.classes()) {
      type.getMethods().stream()
          .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
          .filter(method ->
              method.getRawParameterTypes().stream()
                  .anyMatch(parameter -> parameter.getName().startsWith("java.util.Optional")))
          .forEach(method ->
              found.add(
                  new Finding(type.getName(), "an Optional parameter of " + method.getName())));
    }
    return found;
  }

  private static List<Finding> fields(House house, Predicate<JavaField> wrong, String what) {
    return house.classes().stream()
        .flatMap(type -> type.getFields().stream())
        .filter(wrong)
        .map(field -> new Finding(field.getOwner().getName(), field.getName() + " is " + what))
        .toList();
  }

  private static List<Finding> calls(
      House house, Predicate<JavaClass> caller, Predicate<String> target) {
    return house.classes().stream()
        .filter(caller)
        .flatMap(Calls::accesses)
        .filter(access -> target.test(signature(access)))
        .map(access ->
            new Finding(
                access.getOriginOwner().getName(),
                "calls " + signature(access) + " in " + access.getOrigin().getName()))
        .toList();
  }

  private static Stream<JavaCodeUnitAccess<?>> accesses(JavaClass type) {
    return Stream.of(
            type.getMethodCallsFromSelf(),
            type.getConstructorCallsFromSelf(),
            type.getMethodReferencesFromSelf(),
            type.getConstructorReferencesFromSelf())
        .flatMap(Set::stream);
  }

  private static String signature(JavaCodeUnitAccess<?> access) {
    return access.getTarget().getFullName();
  }
}
