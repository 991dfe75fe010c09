package org.juntos.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Nullness is said once a package.
final class Packages {
  private record NamedPackage(Path module, String name) {}

  private Packages() {}

  static List<Finding> withoutNullMarked(House house) {
    var marked = marked(house);
    var found = new ArrayList<Finding>();
    for (var source : house.sources()) {
      if (!source.isPackageInfo() && marked.add(packageOf(source))) {
        found.add(
            source.finding("no package-info.java with @NullMarked for " + source.packageName()));
      }
    }
    return found;
  }

  private static Set<NamedPackage> marked(House house) {
    var marked = new HashSet<NamedPackage>();
    for (var source : house.sources()) {
      if (source.isPackageInfo() && source.text().contains("@NullMarked")) {
        marked.add(packageOf(source));
      }
    }
    return marked;
  }

  /// Test packages share the mark of the main package of the same module.
  private static NamedPackage packageOf(SourceFile source) {
    return new NamedPackage(source.folder().resolve("../../..").normalize(), source.packageName());
  }
}
