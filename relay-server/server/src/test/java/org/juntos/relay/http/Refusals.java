package org.juntos.relay.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.juntos.wire.ErrorCode;

/// Which refusals a route may answer with, and what each means.
final class Refusals {
  private static final Path SOURCE =
      Path.of("../wire/src/main/java/org/juntos/wire/ErrorCode.java");
  private static final Pattern CONSTANT =
      Pattern.compile("((?: *///.*\\n)+) *([A-Z_]+)\\(\\d+\\)[,;]");
  private static final Set<ErrorCode> ALWAYS =
      EnumSet.of(ErrorCode.RATE_LIMITED, ErrorCode.UNAVAILABLE, ErrorCode.INTERNAL);

  private Refusals() {}

  /// Those of `route` and those of every route of its kind, by status.
  static Map<Integer, Set<ErrorCode>> of(Route route) {
    var all = EnumSet.copyOf(ALWAYS);
    all.addAll(route.about().refuses());
    boolean nameless = route.endpoint() instanceof Route.Stream(var anonymous) && anonymous;
    if (!(route.endpoint() instanceof Route.Open) && !nameless) {
      all.add(ErrorCode.UNAUTHORIZED);
      all.add(ErrorCode.FORBIDDEN);
    }
    if (route.endpoint() instanceof Route.Costly) {
      all.add(ErrorCode.WORK_NEEDED);
    }
    if (route.about().takes() instanceof About.Body.Message) {
      all.add(ErrorCode.MALFORMED);
      all.add(ErrorCode.TOO_LARGE);
    }
    var byStatus = new TreeMap<Integer, Set<ErrorCode>>();
    for (var code : all) {
      byStatus.computeIfAbsent(code.status(), _ -> EnumSet.noneOf(ErrorCode.class)).add(code);
    }
    return byStatus;
  }

  /// What the source says of each code.
  static Map<ErrorCode, String> meanings() throws IOException {
    var meanings = new TreeMap<ErrorCode, String>();
    CONSTANT
        .matcher(Files.readString(SOURCE))
        .results()
        .forEach(found -> {
          var text = found.group(1).replaceAll("\\s*///\\s*", " ").strip();
          meanings.put(ErrorCode.valueOf(found.group(2)), text);
        });
    return meanings;
  }
}
