package org.juntos.ui.platform.dbus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The menu of the picture, which the desktop shows by itself (com.canonical.dbusmenu, version 3):
/// the window, and the end.
final class TrayMenu extends Served {
  static final Message.Target TARGET = new Message.Target("", "/MenuBar", "com.canonical.dbusmenu");

  private static final int OPEN = 1;
  private static final int QUIT = 3;
  private static final String ITEM = "(ia{sv}av)";

  /// It never changes.
  private static final long REVISION = 1;

  private static final List<Item> ITEMS =
      List.of(
          new Item(OPEN, Map.of("label", Variant.of("Open Juntos"))),
          new Item(2, Map.of("type", Variant.of("separator"))),
          new Item(QUIT, Map.of("label", Variant.of("Quit"))));

  private final Runnable open;
  private final Runnable quit;

  TrayMenu(Runnable open, Runnable quit) {
    super(TARGET);
    this.open = open;
    this.quit = quit;
  }

  private record Item(int id, Map<String, Variant> properties) {
    private Item {
      properties = Map.copyOf(properties);
    }

    List<Object> layout(List<Variant> children) {
      return List.of(id, properties, children);
    }
  }

  private static final Item ROOT = new Item(0, Map.of("children-display", Variant.of("submenu")));

  private static @Nullable Item item(int id) {
    return id == 0 ? ROOT : ITEMS.stream().filter(item -> item.id == id).findFirst().orElse(null);
  }

  @Override
  Map<String, Variant> properties() {
    return Map.of(
        "Version",
        new Variant("u", 3L),
        "TextDirection",
        Variant.of("ltr"),
        "Status",
        Variant.of("normal"),
        "IconThemePath",
        new Variant("as", List.of()));
  }

  @Override
  @Nullable Said call(String member, List<Object> body) {
    return switch (member) {
      case "GetLayout" -> layout(body);
      case "GetGroupProperties" -> properties(body);
      case "GetProperty" -> property(body);
      case "AboutToShow" -> new Said("b", List.of(false));
      case "AboutToShowGroup" -> new Said("aiai", List.of(List.of(), List.of()));
      case "Event" -> {
        happened(body);
        yield Said.NOTHING;
      }
      case "EventGroup" -> {
        if (!body.isEmpty() && body.getFirst() instanceof List<?> all) {
          all.forEach(one -> happened(one instanceof List<?> event ? event : List.of()));
        }
        yield new Said("ai", List.of(List.of()));
      }
      default -> null;
    };
  }

  /// Wholly, or of one item, however much of its properties was asked for.
  private static @Nullable Said layout(List<Object> body) {
    var from = !body.isEmpty() && body.getFirst() instanceof Integer id ? item(id) : null;
    if (from == null) {
      return null;
    }
    List<Variant> children =
        from.id == 0
            ? ITEMS.stream().map(item -> new Variant(ITEM, item.layout(List.of()))).toList()
            : List.of();
    return new Said("u" + ITEM, List.of(REVISION, from.layout(children)));
  }

  private static Said properties(List<Object> body) {
    var wanted = !body.isEmpty() && body.getFirst() instanceof List<?> ids ? ids : List.of();
    var told = new ArrayList<>();
    for (var item : ITEMS) {
      if (wanted.isEmpty() || wanted.contains(item.id)) {
        told.add(List.of(item.id, item.properties));
      }
    }
    return new Said("a(ia{sv})", List.of(told));
  }

  private static @Nullable Said property(List<Object> body) {
    var item = body.size() == 2 && body.getFirst() instanceof Integer id ? item(id) : null;
    var value = item == null ? null : item.properties.get(body.get(1).toString());
    return value == null ? null : new Said("v", List.of(value));
  }

  /// Only what is clicked counts, not what is opened and closed.
  private void happened(List<?> event) {
    if (event.size() > 1 && "clicked".equals(event.get(1))) {
      if (event.getFirst().equals(OPEN)) {
        open.run();
      } else if (event.getFirst().equals(QUIT)) {
        quit.run();
      }
    }
  }
}
