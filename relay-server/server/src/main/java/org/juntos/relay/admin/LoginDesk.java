package org.juntos.relay.admin;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juntos.relay.admission.Logins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where an operator makes user names. Thread-safe.
public record LoginDesk(Logins logins) {
  private static final Logger LOG = LoggerFactory.getLogger(LoginDesk.class);

  Reply answer(String method, String name, Map<String, Object> asked) throws IOException {
    return switch (method) {
      case "GET" -> Reply.json(Map.of("logins", list()));
      case "POST" ->
          put(String.valueOf(asked.get("name")), asked.getOrDefault("password", "") + "");
      case "DELETE" -> remove(name);
      default -> Reply.problem(404, "there is nothing here");
    };
  }

  private Reply put(String name, String password) throws IOException {
    return switch (logins.put(name, password)) {
      case Logins.Made.No(var why) -> Reply.problem(400, why);
      case Logins.Made.Yes(var made, var generated) -> {
        LOG.info("event=login_made by=operator");
        var answer = new LinkedHashMap<String, Object>();
        answer.put("name", made);
        if (!generated.isEmpty()) {
          answer.put("password", generated);
        }
        yield Reply.json(answer);
      }
    };
  }

  private List<String> list() throws IOException {
    return logins.all().stream()
        .map(login -> login.name() + "  since " + login.createdAt())
        .toList();
  }

  private Reply remove(String name) throws IOException {
    boolean known = logins.remove(name);
    LOG.info("event=login_removed by=operator known={}", known);
    return known
        ? Reply.json(AdminEndpoints.DONE)
        : Reply.problem(404, "there is no such user name");
  }
}
