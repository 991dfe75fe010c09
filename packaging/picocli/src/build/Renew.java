import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/// `java Renew.java JAR FOLDER`: unpacks the classes of a jar, in the class file format of the Java that
/// runs this and with the stack maps that it wants. Does nothing when the folder is newer.
void main(String[] arguments) throws IOException {
  var jar = Path.of(arguments[0]);
  var folder = Path.of(arguments[1]);
  var mark = folder.resolveSibling("renewed");
  if (Files.exists(mark) && Files.getLastModifiedTime(mark).compareTo(Files.getLastModifiedTime(jar)) >= 0) {
    return;
  }
  try (var classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
      var in = new ZipFile(jar.toFile())) {
    var hierarchy = ClassHierarchyResolver.ofResourceParsing(classes);
    var format = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(hierarchy));
    for (var entry : in.stream().filter(file -> isClass(file.getName())).toList()) {
      var to = folder.resolve(entry.getName());
      Files.createDirectories(to.getParent());
      Files.write(to, renewed(format, in.getInputStream(entry).readAllBytes()));
    }
  }
  Files.writeString(mark, "");
}

/// Neither descriptions of modules nor classes for single versions of Java.
boolean isClass(String name) {
  return name.endsWith(".class") && !name.endsWith("module-info.class") && !name.startsWith("META-INF/");
}

byte[] renewed(ClassFile format, byte[] old) {
  ClassTransform version =
      (made, element) -> {
        if (element instanceof ClassFileVersion) {
          made.withVersion(ClassFile.latestMajorVersion(), 0);
        } else {
          made.with(element);
        }
      };
  // stack maps are made for code that is written anew
  var code = ClassTransform.transformingMethodBodies((made, element) -> made.with(element));
  return format.transformClass(format.parse(old), version.andThen(code));
}
