package org.juntos.ui.platform.dbus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An object that others on the bus may call: its properties, and what it does. Thread-safe as far
/// as its properties are.
abstract class Served {
  private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
  private static final String ERROR = "org.freedesktop.DBus.Error.";

  private final Message.Target target;

  /// @param target where it is; of nobody in particular
  Served(Message.Target target) {
    this.target = target;
  }

  final Message.Target target() {
    return target;
  }

  /// Its properties, as they are now.
  abstract Map<String, Variant> properties();

  /// Does what a call of its own interface asks for.
  ///
  /// @return null when it knows no such method
  abstract @Nullable Said call(String member, List<Object> body);

  /// What a call is answered with.
  record Said(String signature, List<Object> body) {
    static final Said NOTHING = new Said("", List.of());

    Said {
      body = List.copyOf(body);
    }
  }

  /// The answer to any call of the object.
  final Message answer(Message call, long number) {
    var said =
        call.face().equals(PROPERTIES)
            ? property(call.member(), call.body())
            : call.face().equals(target.face()) || call.face().isEmpty()
                ? call(call.member(), call.body())
                : null;
    return said == null
        ? call.failure(number, ERROR + "UnknownMethod")
        : call.answer(number, said.signature(), said.body().toArray());
  }

  private @Nullable Said property(String member, List<Object> body) {
    var all = new TreeMap<>(properties());
    if (member.equals("GetAll")) {
      return new Said("a{sv}", List.of(new HashMap<>(all)));
    }
    var one = member.equals("Get") && body.size() == 2 ? all.get(body.get(1).toString()) : null;
    return one == null ? null : new Said("v", List.of(one));
  }
}
