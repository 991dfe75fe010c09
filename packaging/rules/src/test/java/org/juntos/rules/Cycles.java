package org.juntos.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Packages form layers: none reaches itself through another. Reports each group of packages that
/// reach each other.
final class Cycles {
  private final Map<String, Set<String>> sees = new TreeMap<>();

  private Cycles(Collection<JavaClass> classes) {
    for (var type : classes) {
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        var target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (target.startsWith("org.juntos.") && !target.equals(type.getPackageName())) {
          sees.computeIfAbsent(type.getPackageName(), _ -> new TreeSet<>()).add(target);
        }
      }
    }
  }

  static List<Finding> between(House house) {
    var cycles = new Cycles(house.classes());
    var found = new ArrayList<Finding>();
    var reported = new HashSet<String>();
    for (var start : cycles.sees.keySet()) {
      var way = cycles.shortestWayBack(start);
      if (!way.isEmpty() && reported.addAll(way)) {
        found.add(new Finding(start, String.join(" -> ", way)));
      }
    }
    return found;
  }

  private List<String> shortestWayBack(String start) {
    var cameFrom = new HashMap<String, String>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      var here = open.remove();
      for (var next : sees.getOrDefault(here, Set.of())) {
        if (next.equals(start)) {
          return way(cameFrom, start, here);
        }
        if (cameFrom.putIfAbsent(next, here) == null) {
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<String> way(Map<String, String> cameFrom, String start, String last) {
    var way = new ArrayDeque<>(List.of(start));
    for (var here = last; !here.equals(start); here = cameFrom.getOrDefault(here, start)) {
      way.addFirst(here);
    }
    way.addFirst(start);
    return List.copyOf(way);
  }
}
