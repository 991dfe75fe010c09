package org.juntos.relay.admin.console;

import java.util.List;
import org.juntos.relay.config.Settings;

/// The settings in force and where each comes from, without secrets.
record SettingsPage(List<Settings.Effective> settings) implements Page {
  @Override
  public String title() {
    return "Settings";
  }

  @Override
  public Markup body(Visit visit) {
    if (settings.isEmpty()) {
      return Markup.of("<p class=\"empty\">This relay runs inside another program.</p>");
    }
    var rows =
        settings.stream()
            .map(one ->
                Tables.row(
                    one.key(), Markup.of("<code>{}</code>", one.shown()), one.origin().toString()));
    return Tables.of("Read at the start", List.of("Setting", "Value", "From"), Markup.all(rows));
  }
}
