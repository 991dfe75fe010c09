package org.juntos.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class HouseRulesTest {
  private static final Path PLANTED = Path.of("src/test/resources/planted");
  private static final Path ROOT = Path.of("../..");

  private House house = new House(List.of(), List.of());

  @BeforeAll
  void look_at_the_whole_house() throws IOException {
    house = House.whole(ROOT.toRealPath());
  }

  static Stream<Rule> rules() {
    return Rules.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_house_keeps_its_rule(Rule rule) {
    var broken =
        rule.findings(house).stream().filter(finding -> !Exemptions.cover(rule, finding)).toList();
    assertTrue(broken.isEmpty(), () -> lines(rule + ":", broken));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_planted_violation_is_found(Rule rule, @TempDir Path work) throws IOException {
    var planted = Planted.compile(PLANTED.resolve(rule.name()), work);
    assertFalse(rule.findings(planted).isEmpty(), rule + " found nothing");
  }

  @Test
  void every_planted_violation_belongs_to_a_rule() throws IOException {
    try (var folders = Files.list(PLANTED)) {
      var planted =
          folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet());
      assertEquals(Rules.ALL.stream().map(Rule::name).collect(Collectors.toSet()), planted);
    }
  }

  @Test
  void every_exemption_is_still_needed() {
    var unused = Exemptions.ALL.stream().filter(exemption -> !isNeeded(exemption)).toList();
    assertEquals(List.of(), unused);
  }

  @Test
  void the_whole_house_is_looked_at() {
    var packages =
        house.classes().stream().map(type -> type.getPackageName()).collect(Collectors.toSet());
    for (var root : Set.of("wire", "content", "crypto", "store", "engine", "media", "relay")) {
      assertTrue(
          packages.stream().anyMatch(name -> name.startsWith("org.juntos." + root)),
          root + " has no classes here");
      assertTrue(
          house.sources().stream()
              .anyMatch(source -> source.packageName().startsWith("org.juntos." + root)),
          root + " has no sources here");
    }
  }

  private boolean isNeeded(Exemption exemption) {
    return Rules.ALL.stream()
        .filter(rule -> rule.name().equals(exemption.rule()))
        .anyMatch(rule ->
            rule.findings(house).stream()
                .anyMatch(finding -> exemption.covers(rule.name(), finding)));
  }

  private static String lines(String title, List<Finding> findings) {
    return findings.stream()
        .map(Finding::toString)
        .sorted()
        .collect(Collectors.joining("\n  ", title + "\n  ", "\n"));
  }
}
