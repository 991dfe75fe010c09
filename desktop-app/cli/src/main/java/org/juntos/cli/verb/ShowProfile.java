package org.juntos.cli.verb;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.OwnProfileView;
import org.juntos.engine.model.ContactView;
import org.juntos.wire.AccountId;

/// Tells what this account shares of itself, or what a contact does.
///
/// @param contact null for one's own
/// @param save where the picture is written, a file that does not exist yet; null for nowhere
public record ShowProfile(@Nullable String contact, @Nullable Path save) implements Verb {
  @Override
  public Rest begin(Desk desk) throws Refusal, InterruptedException {
    if (contact == null) {
      var own = own(desk.submit(new Intent.LookAtProfile()));
      return output -> output.print(line(desk, own, save));
    }
    var of = Contacts.find(desk, contact);
    return output -> output.print(line(desk, of));
  }

  static OwnProfileView own(Outcome outcome) {
    if (outcome instanceof Outcome.Profile(var view)) {
      return view;
    }
    throw new IllegalStateException("no profile: " + outcome);
  }

  static Line line(Desk desk, OwnProfileView own, @Nullable Path save) throws Refusal {
    var account = desk.ready().account();
    var json = new LinkedHashMap<String, Object>();
    json.put("account", account.toString());
    json.put("name", own.name());
    json.put("about", own.about());
    var saved = picture(desk, account, own.pictureVersion(), save, json);
    json.put("version", own.version());
    json.put("uploaded", !own.due());
    return new Line(json, text(own.name(), own.about(), own.pictureVersion() > 0) + saved);
  }

  private Line line(Desk desk, ContactView of) throws Refusal {
    var profile = of.profile();
    var json = new LinkedHashMap<String, Object>();
    json.put("account", of.account().toString());
    json.put("name", of.name());
    json.put("about", profile.about());
    var saved = picture(desk, of.account(), profile.pictureVersion(), save, json);
    return new Line(json, text(of.name(), profile.about(), profile.pictureVersion() > 0) + saved);
  }

  private static String picture(
      Desk desk,
      AccountId account,
      long version,
      @Nullable Path save,
      LinkedHashMap<String, Object> json)
      throws Refusal {
    var picture = desk.models().picture(account);
    json.put("pictureBytes", version == 0 ? null : picture.size());
    if (save == null || version == 0) {
      return "";
    }
    try {
      Files.write(save, picture.toArray(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException _) {
      throw Refusal.of(
          "target-exists", "There is a file of this name already.", "Choose another name.");
    } catch (IOException _) {
      throw Refusal.of(
          "target-unwritable", "The file cannot be written there.", "Choose another place.");
    }
    json.put("savedTo", save.toString());
    return "\nsaved to " + PlainText.safe(save.toString());
  }

  private static String text(String name, String about, boolean picture) {
    return PlainText.safe(name)
        + (about.isEmpty() ? "" : "\n" + PlainText.block(about))
        + (picture ? "\nwith a picture" : "\nno picture");
  }

  @Override
  public boolean isOnline() {
    return false;
  }
}
