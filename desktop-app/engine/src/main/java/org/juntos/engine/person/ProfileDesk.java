package org.juntos.engine.person;

import org.jspecify.annotations.Nullable;
import org.juntos.content.Linking;
import org.juntos.content.SharedProfile;
import org.juntos.engine.attachment.PictureCutting;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.OwnProfileView;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.profile.Names;
import org.juntos.engine.profile.OwnProfile;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.media.CropSize;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.wire.Bytes;

/// Changes what this account shares of itself.
public record ProfileDesk(Self self, Store store, PictureCutting pictures, Jobs jobs) {
  /// See [Intent.LookAtProfile].
  public Outcome look() {
    return store.read(this::shown);
  }

  private Outcome shown(Transaction txn) {
    var known = txn.profiles().of(self.account());
    return new Outcome.Profile(
        new OwnProfileView(
            ProfileSettings.name(txn),
            known.about(),
            known.pictureVersion(),
            known.version(),
            OwnProfile.isDue(txn)));
  }

  /// See [Intent.ChangeProfile].
  public Outcome change(Intent.ChangeProfile wanted) throws InterruptedException {
    var name = wanted.name();
    if (name != null && !Names.isValid(name)) {
      return Problems.refused("name-invalid");
    }
    var about = wanted.about();
    if (about != null && !isAbout(about.strip())) {
      return Problems.refused("about-invalid");
    }
    return switch (pictures.make(wanted.picture(), CropSize.PERSON)) {
      case PictureCutting.Result.Refused(var code) -> Problems.refused(code);
      case PictureCutting.Result.Made(var jpeg) ->
          store.write(txn -> change(txn, name, about, jpeg));
    };
  }

  private Outcome change(
      Transaction txn, @Nullable String name, @Nullable String about, @Nullable Bytes picture) {
    var own = self.account();
    var before = OwnProfile.shared(txn, own);
    var after =
        new SharedProfile(
            name == null ? before.name() : name.strip(),
            about == null ? before.about() : about.strip(),
            picture == null ? before.picture() : picture,
            before.changedAt());
    if (!after.equals(before)) {
      OwnProfile.change(txn, own, after.name(), after.about(), after.picture(), jobs.now());
      jobs.others(txn, new Linking.Profile(after.name()));
    }
    return shown(txn);
  }

  private static boolean isAbout(String about) {
    return about.codePointCount(0, about.length()) <= SharedProfile.MAX_ABOUT
        && about.codePoints().noneMatch(point -> Character.isISOControl(point) && point != '\n');
  }
}
