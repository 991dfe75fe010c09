package org.juntos.cli.verb;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.engine.intent.PeopleIntent;

/// Prints one's own contact link.
///
/// @param qr PNG file that does not exist yet, for its QR code; null for none
public record Link(@Nullable Path qr) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    var link = desk.ready().link();
    if (qr == null) {
      return output -> output.print(Describe.simple("link", link));
    }
    desk.submit(new PeopleIntent.SaveCode(link, qr));
    var json = new LinkedHashMap<String, Object>();
    json.put("link", link);
    json.put("savedTo", qr.toString());
    return output -> output.print(new Line(json, link));
  }

  @Override
  public boolean isOnline() {
    return false;
  }
}
