package org.juntos.cli.daemon;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Bounds;

/// Named parameters of a request, with their types checked.
final class Parameters {
  private final Map<?, ?> values;

  /// @throws RpcError when there is a parameter that is not `known`
  Parameters(Map<?, ?> values, Set<String> known) throws RpcError {
    for (var name : values.keySet()) {
      if (!known.contains(String.valueOf(name))) {
        throw wrong("There is no parameter " + name + ".");
      }
    }
    this.values = values;
  }

  boolean has(String name) {
    return values.get(name) != null;
  }

  String text(String name) throws RpcError {
    return value(name, String.class);
  }

  String text(String name, String otherwise) throws RpcError {
    return values.get(name) == null ? otherwise : text(name);
  }

  boolean flag(String name) throws RpcError {
    return values.get(name) != null && value(name, Boolean.class);
  }

  int count(String name, int otherwise) throws RpcError {
    if (values.get(name) == null) {
      return otherwise;
    }
    var number = value(name, Number.class);
    if (number.doubleValue() == number.longValue() && Bounds.isCount(number.longValue())) {
      return number.intValue();
    }
    throw wrong("The parameter %s goes from 1 to %d.".formatted(name, Bounds.MOST_ENTRIES));
  }

  Duration seconds(String name, Duration otherwise) throws RpcError {
    if (values.get(name) == null) {
      return otherwise;
    }
    var time = Duration.ofMillis(Math.round(value(name, Number.class).doubleValue() * 1000));
    if (Bounds.isTime(time)) {
      return time;
    }
    throw wrong("The parameter %s goes from 0 to %d.".formatted(name, Bounds.LONGEST.toSeconds()));
  }

  @Nullable Path path(String name) throws RpcError {
    return values.get(name) == null ? null : path(name, text(name));
  }

  List<Path> paths(String name) throws RpcError {
    var paths = new ArrayList<Path>();
    for (var path : texts(name)) {
      paths.add(path(name, path));
    }
    return paths;
  }

  List<String> texts(String name) throws RpcError {
    var texts = new ArrayList<String>();
    if (values.get(name) != null) {
      for (var item : value(name, List.class)) {
        if (!(item instanceof String text)) {
          throw wrong("The parameter " + name + " is a list of texts.");
        }
        texts.add(text);
      }
    }
    return texts;
  }

  /// Null when it is not given.
  @Nullable Boolean choice(String name) throws RpcError {
    return values.get(name) == null ? null : value(name, Boolean.class);
  }

  static Path path(String name, String text) throws RpcError {
    try {
      return Path.of(text);
    } catch (InvalidPathException _) {
      throw wrong("The parameter " + name + " is not a path.");
    }
  }

  private <T> T value(String name, Class<T> type) throws RpcError {
    var value = values.get(name);
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw wrong(
        value == null
            ? "The parameter " + name + " is missing."
            : "The parameter " + name + " is not of its type.");
  }

  private static RpcError wrong(String message) {
    return new RpcError(RpcError.PARAMETERS, message);
  }
}
