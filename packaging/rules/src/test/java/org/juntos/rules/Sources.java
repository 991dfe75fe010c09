package org.juntos.rules;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// Finds and parses the sources. Only javac's parser runs: nothing is resolved, so it is quick and
/// needs no class path.
final class Sources {
  private static final List<String> TOP =
      List.of("relay-server", "crypto", "local-store", "desktop-app", "packaging");

  private Sources() {}

  static List<SourceFile> under(Path root) throws IOException {
    var found = new ArrayList<SourceFile>();
    for (var top : TOP) {
      for (var folder : sourceFolders(root.resolve(top))) {
        found.addAll(in(folder, folder.endsWith("src/test/java")));
      }
    }
    return List.copyOf(found);
  }

  static List<SourceFile> in(Path folder, boolean test) throws IOException {
    var files = javaFiles(folder);
    if (files.isEmpty()) {
      return List.of();
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (var manager = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var objects = manager.getJavaFileObjectsFromPaths(files);
      var task =
          (JavacTask) javac.getTask(null, manager, null, List.of("-proc:none"), null, objects);
      var parsed = new ArrayList<SourceFile>();
      var positions = Trees.instance(task).getSourcePositions();
      for (var unit : task.parse()) {
        parsed.add(SourceFile.of(folder, test, unit, positions));
      }
      return List.copyOf(parsed);
    }
  }

  private static List<Path> sourceFolders(Path top) throws IOException {
    try (var walk = Files.walk(top)) {
      return walk.filter(Files::isDirectory)
          .filter(folder -> folder.endsWith("src/main/java") || folder.endsWith("src/test/java"))
          .sorted()
          .toList();
    }
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
