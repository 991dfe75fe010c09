package org.juntos.cli.daemon;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.verb.Groups;
import org.juntos.cli.verb.Verb;
import org.juntos.engine.intent.GroupWish;

/// The verbs about groups by name.
final class GroupMethods {
  static final String PREFIX = "group-";

  private GroupMethods() {}

  static Verb verb(RpcRequest request) throws RpcError {
    return switch (request.method().substring(PREFIX.length())) {
      case "create" -> create(parameters(request, "name", "contacts"));
      case "join" -> new Groups.Join(parameters(request, "link").text("link"), Duration.ZERO);
      case "list" -> none(request, new Groups.All());
      case "show" -> new Groups.Show(parameters(request, "group").text("group"));
      case "check" -> new Groups.Check(parameters(request, "group").text("group"));
      case "requests" -> new Groups.Requests(parameters(request, "group").text("group"));
      case "receipts" -> new Groups.Receipts(parameters(request, "message").text("message"));
      default -> change(request);
    };
  }

  private static Verb change(RpcRequest request) throws RpcError {
    return switch (request.method().substring(PREFIX.length())) {
      case "add" -> add(parameters(request, "group", "contacts"));
      case "remove" -> remove(parameters(request, "group", "member", "ban"));
      case "refuse" -> refuse(parameters(request, "group", "member"));
      case "role" -> role(parameters(request, "group", "member", "admin"));
      case "leave" -> changed(parameters(request, "group"), (_, _) -> new GroupWish.Leave());
      case "set" -> set(parameters(request, "group", "name", "description", "picture"));
      case "rules" -> rules(parameters(request, "group", "adminsAdd", "adminsEdit", "adminsPost"));
      case "link" -> link(parameters(request, "group", "expires", "uses", "approval", "off"));
      default ->
          throw new RpcError(RpcError.METHOD, "There is no method " + request.method() + ".");
    };
  }

  private static Verb none(RpcRequest request, Verb verb) throws RpcError {
    parameters(request);
    return verb;
  }

  private static Verb create(Parameters given) throws RpcError {
    return new Groups.Create(given.text("name"), given.texts("contacts"), Duration.ZERO);
  }

  private static Verb add(Parameters given) throws RpcError {
    return changed(given, Groups.add(given.texts("contacts")));
  }

  private static Verb remove(Parameters given) throws RpcError {
    return changed(given, Groups.remove(given.text("member"), given.flag("ban")));
  }

  private static Verb refuse(Parameters given) throws RpcError {
    return changed(given, Groups.refuse(given.text("member")));
  }

  private static Verb role(Parameters given) throws RpcError {
    return changed(given, Groups.role(given.text("member"), given.flag("admin")));
  }

  private static Verb set(Parameters given) throws RpcError {
    var looks =
        Groups.describe(
            optional(given, "name"), optional(given, "description"), given.path("picture"));
    return changed(given, looks);
  }

  private static Verb rules(Parameters given) throws RpcError {
    var rules =
        new GroupWish.SetRules(
            given.choice("adminsAdd"), given.choice("adminsEdit"), given.choice("adminsPost"));
    return changed(given, (_, _) -> rules);
  }

  private static Verb link(Parameters given) throws RpcError {
    if (given.flag("off")) {
      return changed(given, (_, _) -> new GroupWish.DropLink());
    }
    var expires = given.seconds("expires", Duration.ZERO);
    var wish =
        new GroupWish.MakeLink(
            expires.isZero() ? null : expires, given.count("uses", 0), given.flag("approval"));
    boolean asked = wish.expiresAfter() != null || wish.uses() > 0 || wish.approval();
    return asked
        ? changed(given, (_, _) -> wish)
        : new Groups.Link(given.text("group"), Duration.ZERO);
  }

  private static Verb changed(Parameters given, Groups.Wanted wanted) throws RpcError {
    return new Groups.Change(given.text("group"), wanted, Duration.ZERO);
  }

  private static @Nullable String optional(Parameters given, String name) throws RpcError {
    var text = given.text(name, "");
    return text.isEmpty() ? null : text;
  }

  private static Parameters parameters(RpcRequest request, String... known) throws RpcError {
    return new Parameters(request.parameters(), Set.of(known));
  }
}
