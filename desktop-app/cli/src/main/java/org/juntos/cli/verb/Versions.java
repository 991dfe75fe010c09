package org.juntos.cli.verb;

import java.util.LinkedHashMap;
import java.util.List;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.model.VersionView;

/// What a message has said, the oldest first.
public record Versions(String message) implements Listing {
  @Override
  public List<Line> lines(Desk desk) throws Refusal {
    var versions = desk.models().versions(Messages.find(desk, message));
    if (versions.isEmpty()) {
      throw Messages.unknown();
    }
    return versions.stream().map(Versions::line).toList();
  }

  private static Line line(VersionView version) {
    var json = new LinkedHashMap<String, Object>();
    json.put("text", version.body());
    json.put("at", version.at().toString());
    return new Line(json, version.at() + "  " + PlainText.block(version.body()));
  }
}
