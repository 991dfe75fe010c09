package org.juntos.ui.shell;

import java.util.function.Consumer;
import org.juntos.engine.intent.Problem;
import org.juntos.media.record.RecordingEnd;
import org.juntos.ui.compose.QualitySetting;
import org.juntos.ui.compose.RecordingWords;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.Times;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.notice.NoticeSettings;
import org.juntos.ui.picture.PictureChooser;
import org.juntos.ui.platform.UiServices;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.profile.ProfilePage;
import org.juntos.ui.profile.ProfileViewModel;
import org.juntos.ui.settings.AccountPage;
import org.juntos.ui.settings.AccountViewModel;
import org.juntos.ui.settings.DevicesView;
import org.juntos.ui.settings.DevicesViewModel;
import org.juntos.ui.settings.HeldView;
import org.juntos.ui.settings.HistoryPage;
import org.juntos.ui.settings.LinkDeviceView;
import org.juntos.ui.settings.MicrophoneModel;
import org.juntos.ui.settings.MicrophonePage;
import org.juntos.ui.settings.NotificationsPage;
import org.juntos.ui.settings.NotificationsViewModel;
import org.juntos.ui.settings.PrivacyPage;
import org.juntos.ui.settings.PrivacyViewModel;
import org.juntos.ui.settings.SettingsView;
import org.juntos.ui.settings.SettingsViewModel;
import org.juntos.ui.settings.TrayViewModel;
import org.juntos.ui.vanishing.StayViewModel;

/// The cards that tell and change what belongs to the account.
public final class Cards {
  private final EngineLink engine;
  private final UiServices services;
  private final Place place;
  private final Consumer<Problem> complain;

  /// @param complain shows what went wrong
  Cards(EngineLink engine, UiServices services, Place place, Consumer<Problem> complain) {
    this.engine = engine;
    this.services = services;
    this.place = place;
    this.complain = complain;
  }

  /// Where they are shown, and what with.
  record Place(
      Overlay overlay,
      Wardrobe wardrobe,
      Faces faces,
      Times times,
      NoticeSettings notices,
      UiSettings settings,
      TrayViewModel tray,
      QualitySetting quality) {}

  /// Leads to all others.
  public void settings() {
    place
        .overlay()
        .showCard(
            "Settings",
            new SettingsView(
                settingsModel(),
                place.tray(),
                new SettingsView.Pages(
                    this::profile,
                    this::notifications,
                    this::microphone,
                    this::privacy,
                    this::history,
                    this::account,
                    this::devices,
                    this::held)));
  }

  private SettingsViewModel settingsModel() {
    var wardrobe = place.wardrobe();
    return new SettingsViewModel(
        engine, wardrobe.theme(), wardrobe::wear, place.quality(), complain);
  }

  /// What the account shares of itself.
  public void profile() {
    var model = new ProfileViewModel(engine, chooser(), complain);
    place.overlay().showCard("Profile", new ProfilePage(model, place.faces(), services.device()));
  }

  /// With which a picture is chosen.
  PictureChooser chooser() {
    return new PictureChooser(engine, services.images(), complain);
  }

  /// What this device shows, and when the person is not disturbed.
  public void notifications() {
    var model =
        new NotificationsViewModel(
            engine, place.notices(), place.times(), services.device().chimes(), complain);
    place.overlay().showCard("Notifications", new NotificationsPage(model));
  }

  /// What voice messages are recorded with.
  public void microphone() {
    var model =
        new MicrophoneModel(
            engine, services.recorders(), place.settings(), this::complainOfMicrophone);
    place.overlay().showCard("Microphone", new MicrophonePage(model));
  }

  private void complainOfMicrophone(RecordingEnd why) {
    var problem = RecordingWords.problem(why, false);
    if (problem != null) {
      complain.accept(problem);
    }
  }

  /// Who sees when the person is here.
  public void privacy() {
    place.overlay().showCard("Privacy", new PrivacyPage(new PrivacyViewModel(engine, complain)));
  }

  /// For how long history is kept.
  public void history() {
    var model = new StayViewModel(engine, null, complain);
    place.overlay().showCard("How long messages are kept", new HistoryPage(model));
  }

  /// The devices of the account.
  public void devices() {
    var view = new DevicesView(new DevicesViewModel(engine), place.times(), this::linkDevice);
    place.overlay().showCard("Devices", view);
  }

  /// On which another device is added.
  public void linkDevice() {
    place
        .overlay()
        .showCard("Link a device", new LinkDeviceView(new DevicesViewModel(engine), this::devices));
  }

  /// All that the relay holds on this account.
  public void held() {
    place.overlay().showCard("What the relay holds", new HeldView(settingsModel(), place.times()));
  }

  /// What belongs to the account.
  public void account() {
    var model = new AccountViewModel(engine, complain);
    place.overlay().showCard("Account", new AccountPage(model));
  }
}
