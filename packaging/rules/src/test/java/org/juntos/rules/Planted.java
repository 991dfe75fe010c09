package org.juntos.rules;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/// Code that breaks a rule on purpose, to show that the rule can fail. A line `// x40 int a%d;`
/// stands for forty numbered lines.
final class Planted {
  private static final Pattern REPEATED = Pattern.compile("(?m)^ *// x(\\d+) (.*)$");

  private Planted() {}

  static House compile(Path planted, Path work) throws IOException {
    var sources = work.resolve("sources");
    var classes = Files.createDirectories(work.resolve("classes"));
    try (var walk = Files.walk(planted)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        var copy = sources.resolve(planted.relativize(file));
        Files.createDirectories(copy.resolveSibling("."));
        Files.writeString(copy, expanded(Files.readString(file)));
      }
    }
    compileAll(sources, classes);
    return House.planted(sources, classes);
  }

  private static String expanded(String text) {
    return REPEATED
        .matcher(text)
        .replaceAll(match ->
            IntStream.range(0, Integer.parseInt(match.group(1)))
                .mapToObj(number -> match.group(2).formatted(number))
                .collect(Collectors.joining("\n")));
  }

  private static void compileAll(Path sources, Path classes) throws IOException {
    var javac = ToolProvider.getSystemJavaCompiler();
    var errors = new StringWriter();
    var options =
        List.of(
            "-d",
            classes.toString(),
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path", ""));
    try (var manager = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        var walk = Files.walk(sources)) {
      var files = walk.filter(file -> file.toString().endsWith(".java")).toList();
      var task =
          javac.getTask(
              errors, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
      assertTrue(task.call(), errors::toString);
    }
  }
}
