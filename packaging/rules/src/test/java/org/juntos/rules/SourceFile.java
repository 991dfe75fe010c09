package org.juntos.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.nio.file.Path;

/// One hand-written source file.
///
/// @param folder the source folder it is in, `…/src/main/java`
/// @param place its class name, or `package.package-info`
record SourceFile(
    Path folder,
    boolean isTest,
    String place,
    String text,
    CompilationUnitTree unit,
    SourcePositions positions,
    CodeLines lines) {

  static SourceFile of(
      Path folder, boolean test, CompilationUnitTree unit, SourcePositions positions)
      throws IOException {
    var text = unit.getSourceFile().getCharContent(false).toString();
    var inside = folder.relativize(Path.of(unit.getSourceFile().toUri())).toString();
    var place = inside.substring(0, inside.length() - ".java".length()).replace('/', '.');
    return new SourceFile(folder, test, place, text, unit, positions, CodeLines.of(text));
  }

  boolean isPackageInfo() {
    return place.endsWith("package-info");
  }

  String packageName() {
    return place.substring(0, Math.max(0, place.lastIndexOf('.')));
  }

  long start(Tree tree) {
    return positions.getStartPosition(unit, tree);
  }

  long end(Tree tree) {
    return positions.getEndPosition(unit, tree);
  }

  /// Where a method begins when its annotations are left out.
  long firstAfterModifiers(MethodTree method) {
    var modifiersEnd = end(method.getModifiers());
    return modifiersEnd < 0 ? start(method) : modifiersEnd;
  }

  int lineOf(long position) {
    return Math.toIntExact(unit.getLineMap().getLineNumber(position));
  }

  Finding finding(String what) {
    return new Finding(place, what);
  }
}
