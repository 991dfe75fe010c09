package org.juntos.ui.platform;

import java.util.List;
import java.util.Locale;
import org.juntos.ui.platform.dbus.DbusNotifier;
import org.juntos.ui.platform.notifier.Notifier;

/// The way in which each system shows notifications.
final class SystemNotifiers {
  /// Toasts of Windows 10 and later. A program that is not registered with the system shows them in
  /// the name of PowerShell; the group says whose they are.
  private static final String TOAST =
      """
      $ErrorActionPreference = 'Stop'
      [void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
      $app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
      """;

  private static final String SHOW =
      TOAST
          + """
          [void][Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom, ContentType = WindowsRuntime]
          $type = [Windows.UI.Notifications.ToastTemplateType]::ToastText02
          $xml = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($type)
          $lines = $xml.GetElementsByTagName('text')
          [void]$lines.Item(0).AppendChild($xml.CreateTextNode($env:JUNTOS_TITLE))
          [void]$lines.Item(1).AppendChild($xml.CreateTextNode($env:JUNTOS_BODY))
          if ($env:JUNTOS_SOUND -eq 'no') {
            $audio = $xml.CreateElement('audio')
            $audio.SetAttribute('silent', 'true')
            [void]$xml.DocumentElement.AppendChild($audio)
          }
          $toast = New-Object Windows.UI.Notifications.ToastNotification $xml
          $toast.Tag = $env:JUNTOS_KEY
          $toast.Group = 'juntos'
          [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($app).Show($toast)
          """;

  private static final String WITHDRAW =
      TOAST
          + """
          [Windows.UI.Notifications.ToastNotificationManager]::History.Remove($env:JUNTOS_KEY, 'juntos', $app)
          """;

  private static final String APPLE =
      """
      on run arguments
        if (system attribute "JUNTOS_SOUND") is "no" then
          display notification (item 2 of arguments) with title (item 1 of arguments)
        else
          display notification (item 2 of arguments) with title (item 1 of arguments) sound name "Ping"
        end if
      end run
      """;

  private SystemNotifiers() {}

  /// Of a system, by the name that Java has for it.
  static Notifier of(String system) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new ScriptNotifier(
          new ScriptNotifier.Scripts(_ -> powerShell(SHOW), powerShell(WITHDRAW)));
    }
    if (name.startsWith("mac")) {
      return new ScriptNotifier(
          new ScriptNotifier.Scripts(
              notice -> List.of("osascript", "-e", APPLE, "--", notice.title(), notice.body()),
              List.of()));
    }
    return name.startsWith("linux") ? DbusNotifier.ofSession() : Notifier.SILENT;
  }

  private static List<String> powerShell(String script) {
    return List.of("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", script);
  }
}
