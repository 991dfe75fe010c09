package org.juntos.media.image;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.juntos.media.MediaLimits;
import org.juntos.media.process.ChildCommand;

/// How the worker JVM is started: this JVM's program, a small heap, and of the class path only what
/// decoding images needs.
final class WorkerCommand {
  private static final Pattern NEEDED =
      Pattern.compile(
          "(imageio-|common-(lang|io|image)-|thumbnailator|blurhash|core-[0-9]|jspecify|juntos-media)"
              + ".*\\.jar");

  private final Path folder;
  private final MediaLimits limits;

  WorkerCommand(Path folder, MediaLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  ChildCommand command() {
    var program = new ArrayList<String>();
    program.add(java());
    program.addAll(
        List.of(
            "-Xmx256m",
            "-Xss1m",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:MaxDirectMemorySize=16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + folder,
            "-Duser.home=" + folder,
            "-cp",
            classPath()));
    program.add(ImageWorkerMain.class.getName());
    program.add(Integer.toString(limits.imageBytes()));
    program.add(Long.toString(limits.pixels()));
    return new ChildCommand(program, folder, Map.of(), new ChildCommand.Limits(0, 0, 0));
  }

  private static String java() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    return Files.isExecutable(java)
        ? java.toString()
        : ProcessHandle.current().info().command().orElse(java.toString());
  }

  /// Everything when nothing is recognised, as in a single merged archive.
  private static String classPath() {
    var whole = System.getProperty("java.class.path");
    var needed =
        Arrays.stream(whole.split(Pattern.quote(File.pathSeparator), -1))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .filter(WorkerCommand::isNeeded)
            .map(Path::toString)
            .toList();
    return needed.isEmpty() ? whole : String.join(File.pathSeparator, needed);
  }

  private static boolean isNeeded(Path entry) {
    var main = ImageWorkerMain.class.getName().replace('.', '/') + ".class";
    var name = entry.getFileName();
    return Files.isRegularFile(entry.resolve(main))
        || (name != null && NEEDED.matcher(name.toString()).matches());
  }
}
