package org.juntos.testkit.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.testkit.NaughtyText;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// What programs stumble over goes in by arguments and standard input, and comes out as JSON
/// exactly, and as text without a word to the terminal.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NaughtyCommandsTest {
  /// What only a command line stumbles over.
  private static final List<String> FOR_SHELLS =
      List.of(
          "--json",
          "--",
          "-x",
          "--text=other",
          "@@args",
          "\"quoted\"",
          "'quoted'",
          "a,b;c|d",
          "${sys:user.home}",
          "\u001b]0;title\u0007",
          "\u001b[2J\u001b[31mred",
          "\u009b2Jc1",
          "report\u202efdp.exe",
          "\u2067aside\u2069",
          "one\u2028two\u2029three\u0085four",
          "over\rwritten\b\b\b",
          "line\nerror: forged: line");

  /// What commands a terminal: controls but tab and line end, and what turns the direction.
  private static final Pattern COMMANDS =
      Pattern.compile("[\\p{Cc}&&[^\\t\\n]]|[\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private World world;
  private Person bob;
  private Typist ana;

  /// What would be a file with more arguments elsewhere.
  private String arguments;

  private String group;
  private String folder;

  @BeforeAll
  void meet(@TempDir Path shared) throws Exception {
    world = new World(shared.resolve("world"), 7);
    var alice = world.alice();
    bob = world.bob();
    world.introduce(alice, bob);
    arguments = "@" + Files.writeString(shared.resolve("args"), "forged");
    ana = new Typist(_ -> new LivelyEngine(alice, world), shared, shared.resolve("none"));
    group = made("conversation", "group", "create", "Choir", "Bob");
    folder = made("folder", "folder", "create", "Work");
  }

  private String made(String field, String... command) throws Exception {
    assertEquals(0, ana.types(command), ana::errors);
    return ana.saw(field);
  }

  @AfterAll
  void leave() {
    world.close();
  }

  /// A text that commands take.
  ///
  /// @param write the command that takes it
  /// @param kept what is left of it
  /// @param read the commands that show it
  /// @param only whether it takes the place of the one before
  /// @param most lines of an entry that are shown
  record Field(
      String name,
      Function<String, List<String>> write,
      UnaryOperator<String> kept,
      List<String> read,
      boolean only,
      int most) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// Add a line for a new field.
  private Stream<Field> fields() throws Exception {
    var first = made("id", "send", bob(), "--text=first");
    var later = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofHours(2));
    return Stream.of(
        many("message", text -> List.of("send", bob(), "--text=" + text), "history", bob()),
        many("reply", text -> List.of("reply", "--", first, text), "history", bob()),
        only("edit", text -> List.of("edit", "--", first, text), "history", bob()),
        only("draft", text -> List.of("draft", "set", "--", bob(), text), "draft", "show", bob()),
        many(
            "scheduled",
            text -> List.of("schedule", "add", bob(), "--at=" + later, "--text=" + text),
            "schedule",
            "list"),
        card("poll", text -> List.of("poll", "create", "--", bob(), text, "a", "b")),
        card("option", text -> List.of("poll", "create", "--", bob(), "Which?", text, "b")),
        card("place", text -> List.of("location", bob(), "1, 2", "--name=" + text)),
        new Field(
            "status",
            text -> List.of("status", "post", "--text=" + text),
            String::strip,
            List.of("status", "list"),
            false,
            1),
        only("name", text -> List.of("profile", "set", "--name=" + text), "profile", "show"),
        only("about", text -> List.of("profile", "set", "--about=" + text), "profile", "show"),
        only("title", text -> List.of("group", "set", group, "--name=" + text), "group", "list"),
        only(
            "description",
            text -> List.of("group", "set", group, "--description=" + text),
            "group",
            "show",
            group),
        only("folder", text -> List.of("folder", "rename", "--", folder, text), "folder", "list"));
  }

  private String bob() {
    return bob.account().toString();
  }

  private static Field many(String name, Function<String, List<String>> write, String... read) {
    return new Field(name, write, UnaryOperator.identity(), List.of(read), false, 1);
  }

  private static Field only(String name, Function<String, List<String>> write, String... read) {
    return new Field(
        name,
        write,
        UnaryOperator.identity(),
        List.of(read),
        true,
        read[0].equals("profile") ? 3 : 1);
  }

  private Field card(String name, Function<String, List<String>> write) {
    return new Field(
        name, write, NaughtyCommandsTest::onOneLine, List.of("history", bob()), false, 1);
  }

  private static String onOneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Z}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+", " ").strip();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void a_text_comes_out_as_it_went_in_and_says_nothing_to_the_terminal(Field field)
      throws Exception {
    var taken = new ArrayList<String>();
    for (var text : texts(field.name.hashCode())) {
      if (isTaken(field, text)) {
        taken.add(field.kept.apply(text));
        if (field.only) {
          isShown(field, List.of(taken.getLast()));
        }
      }
    }
    assertTrue(taken.size() > 4, field + " took " + taken.size());
    isShown(field, field.only ? List.of(taken.getLast()) : taken);
    isHarmless(field);
  }

  private boolean isTaken(Field field, String text) throws Exception {
    var at = new NaughtyText(field.name, text).toString();
    var command = field.write.apply(text).toArray(String[]::new);
    if (text.equals("--") && !command[command.length - 1].equals(text)) {
      return false; // behind an option it has to come from standard input
    }
    int code = ana.types(command);
    assertTrue(code == 0 || code == 1, at + ": " + code + " " + ana.errors());
    if (code == 1) {
      assertTrue(ana.errors().startsWith("{\"error\":{\"code\":"), at + ": " + ana.errors());
      assertEquals(1, ana.typesPlainly(command), at);
      assertFalse(COMMANDS.matcher(ana.errors()).find(), at + ": " + ana.errors());
      assertEquals(1, ana.errors().lines().count(), at + ": " + ana.errors());
    }
    return code == 0;
  }

  /// White space around a name is nothing of it.
  private void isShown(Field field, List<String> texts) throws Exception {
    assertEquals(0, ana.types(field.read.toArray(String[]::new)), ana::errors);
    var strings = new HashSet<String>();
    ana.lines().forEach(line -> collect(line, strings));
    for (var text : texts) {
      assertTrue(
          strings.contains(text) || (field.only && strings.contains(text.strip())),
          new NaughtyText(field.name, text).toString());
    }
  }

  private void isHarmless(Field field) throws Exception {
    int entries = ana.lines().size();
    assertEquals(0, ana.typesPlainly(field.read.toArray(String[]::new)), ana::errors);
    var shown = ana.shown();
    assertFalse(COMMANDS.matcher(shown).find(), () -> new NaughtyText(field.name, shown) + "");
    long lines = shown.lines().filter(line -> !line.startsWith("  ")).count();
    assertTrue(lines <= (long) field.most * entries, field + ": " + shown);
  }

  private static void collect(Object json, Set<String> strings) {
    switch (json) {
      case Map<?, ?> map ->
          map.values().stream().filter(Objects::nonNull).forEach(one -> collect(one, strings));
      case List<?> list -> list.forEach(one -> collect(one, strings));
      default -> strings.add(json.toString());
    }
  }

  /// Half of those for shells, and some of one of each category; others for each field.
  private List<String> texts(int which) {
    var categories = new HashSet<String>();
    var chosen =
        NaughtyText.all().stream()
            .filter(one -> isWhole(one.text()) && categories.add(one.category()))
            .map(NaughtyText::text)
            .filter(text -> Math.floorMod(text.hashCode() + which, 6) == 0);
    var shells = FOR_SHELLS.stream().filter(text -> Math.floorMod(text.hashCode() + which, 2) == 0);
    return Stream.of(Stream.of(arguments), shells, chosen).flatMap(texts -> texts).toList();
  }

  /// `-` stands for standard input.
  private static boolean isWhole(String text) {
    return !text.equals("-") && text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
  }
}
