package org.juntos.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What the rules look at.
///
/// @param sources hand-written Java, tests included
/// @param classes what ships or serves development, without tests and generated code
record House(List<SourceFile> sources, List<JavaClass> classes) {
  /// This checkout and the modules on the class path.
  static House whole(Path root) throws IOException {
    return new House(
        Sources.under(root),
        own(new ClassFileImporter().withImportOption(House::isMain).importPackages("org.juntos")));
  }

  /// A folder of sources and the classes compiled from them.
  static House planted(Path sources, Path classes) throws IOException {
    return new House(Sources.in(sources, false), own(new ClassFileImporter().importPath(classes)));
  }

  List<SourceFile> mainSources() {
    return sources.stream().filter(source -> !source.isTest()).toList();
  }

  private static boolean isMain(Location location) {
    return !location.contains("/test-classes/");
  }

  private static List<JavaClass> own(JavaClasses imported) {
    return imported.stream().filter(type -> !type.getPackageName().endsWith(".proto")).toList();
  }
}
