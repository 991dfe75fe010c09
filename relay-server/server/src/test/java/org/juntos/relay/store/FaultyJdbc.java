package org.juntos.relay.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// JDBC objects with faults in every call that reaches SQLite. Binding a value and reading a column
/// of a row that was fetched do not.
///
/// @param closed told when a connection is closed
record FaultyJdbc(Object real, Faults faults, Runnable closed) implements InvocationHandler {
  private static final Set<String> COUNTED =
      Set.of(
          "createStatement",
          "prepareStatement",
          "setAutoCommit",
          "commit",
          "rollback",
          "execute",
          "executeQuery",
          "executeUpdate",
          "next",
          "close");

  private static final List<Class<?>> WRAPPED =
      List.of(Connection.class, PreparedStatement.class, Statement.class, ResultSet.class);

  static <T> T wrap(Class<T> type, Object real, Faults faults, Runnable closed) {
    var loader = FaultyJdbc.class.getClassLoader();
    var handler = new FaultyJdbc(real, faults, closed);
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    var name = method.getName();
    var fate = COUNTED.contains(name) ? faults.next(name) : Faults.Fate.MADE;
    boolean closing = name.equals("close"); // SQLite lets go whatever it says
    if (fate == Faults.Fate.REFUSED && !closing) {
      throw new SQLException("fault: " + name);
    }
    var result = call(method, arguments);
    if (closing && real instanceof Connection) {
      closed.run();
    }
    if (fate != Faults.Fate.MADE) {
      if (result instanceof AutoCloseable open) {
        open.close();
      }
      throw new SQLException("fault after: " + name);
    }
    return wrapped(result);
  }

  private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private @Nullable Object wrapped(@Nullable Object result) {
    for (var type : WRAPPED) {
      if (type.isInstance(result)) {
        return wrap(type, result, faults, closed);
      }
    }
    return result;
  }
}
