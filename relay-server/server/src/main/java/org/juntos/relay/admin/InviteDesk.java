package org.juntos.relay.admin;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juntos.relay.admission.Invite;
import org.juntos.relay.admission.Invites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where an operator makes invites. Thread-safe.
///
/// @param relay what people reach the relay at; empty when this process does not know
public record InviteDesk(Invites invites, String relay) {
  private static final int MAX_NOTE = 100;

  /// What moves a terminal's cursor, ends a line or turns the direction of what follows (UAX #9).
  private static final String COMMANDS = "[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]";

  private static final Logger LOG = LoggerFactory.getLogger(InviteDesk.class);

  Reply answer(String method, String id, Map<String, Object> asked) throws IOException {
    return switch (method) {
      case "GET" -> Reply.json(Map.of("invites", list()));
      case "POST" -> create(asked);
      case "DELETE" -> revoked(id);
      default -> Reply.problem(404, "there is nothing here");
    };
  }

  private Reply create(Map<String, Object> asked) throws IOException {
    try {
      var uses = Integer.parseInt(String.valueOf(asked.get("uses")));
      var lifetime = Duration.parse(String.valueOf(asked.get("lifetime")));
      return Reply.json(create(uses, lifetime, String.valueOf(asked.getOrDefault("note", ""))));
    } catch (IllegalArgumentException | DateTimeException _) {
      return Reply.problem(
          400,
          "an invite is good for 1 to "
              + Invites.MOST_USES
              + " accounts and for "
              + Invites.LONGEST.toDays()
              + " days at most");
    }
  }

  private Reply revoked(String id) throws IOException {
    try {
      return revoke(Long.parseLong(id))
          ? Reply.json(AdminEndpoints.DONE)
          : Reply.problem(404, "there is no such invite");
    } catch (NumberFormatException _) {
      return Reply.problem(400, "'" + id + "' is no number of an invite");
    }
  }

  private Map<String, Object> create(int uses, Duration lifetime, String note) throws IOException {
    var made = created(uses, lifetime, note);
    var answer = fields(made.invite());
    if (relay.isEmpty()) {
      answer.put("code", made.code());
    } else {
      answer.put("link", link(made.code()));
    }
    return answer;
  }

  /// An invite that is shown once.
  ///
  /// @param isLink whether `text` is the whole link, not only its code
  public record Shown(long id, boolean isLink, String text) {
    /// Does not tell the text.
    @Override
    public String toString() {
      return "Shown(" + id + ")";
    }
  }

  /// Makes an invite.
  ///
  /// @throws IllegalArgumentException when there cannot be such a one
  public Shown make(int uses, Duration lifetime, String note) throws IOException {
    var made = created(uses, lifetime, note);
    var text = relay.isEmpty() ? made.code() : link(made.code());
    return new Shown(made.invite().id(), !relay.isEmpty(), text);
  }

  private Invites.Made created(int uses, Duration lifetime, String note) throws IOException {
    var made = invites.create(uses, lifetime, oneLine(note));
    LOG.info("event=invite_made by=operator invite={} uses={}", made.invite().id(), uses);
    return made;
  }

  private String link(String code) {
    return relay + (relay.contains("#") ? "&" : "#") + "invite=" + code;
  }

  private static String oneLine(String note) {
    var line = note.replaceAll(COMMANDS, " ").strip();
    int characters = Math.min(line.codePointCount(0, line.length()), MAX_NOTE);
    return line.substring(0, line.offsetByCodePoints(0, characters));
  }

  private List<Map<String, Object>> list() throws IOException {
    return invites.all().stream().map(InviteDesk::fields).toList();
  }

  /// Makes an invite void; whether there was one.
  public boolean revoke(long id) throws IOException {
    boolean known = invites.revoke(id);
    LOG.info("event=invite_revoked by=operator invite={} known={}", id, known);
    return known;
  }

  private static Map<String, Object> fields(Invite invite) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", invite.id());
    fields.put("uses", invite.uses());
    fields.put("left", invite.usesLeft());
    fields.put("expires", invite.expiresAt().toString());
    if (!invite.note().isEmpty()) {
      fields.put("note", invite.note());
    }
    return fields;
  }
}
