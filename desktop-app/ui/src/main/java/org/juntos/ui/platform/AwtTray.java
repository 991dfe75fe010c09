package org.juntos.ui.platform;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.ActionListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.platform.tray.Picture;
import org.juntos.ui.platform.tray.Tray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The picture beside the clock of Windows and in the menu bar of macOS, as Java knows both. All on
/// the thread of AWT.
final class AwtTray implements Tray {
  private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);

  private final Deeds deeds;
  private @Nullable TrayIcon icon;

  AwtTray(Deeds deeds) {
    this.deeds = deeds;
    EventQueue.invokeLater(this::open);
  }

  private void open() {
    try {
      deeds.there().accept(SystemTray.isSupported() && add());
    } catch (AWTException | UnsupportedOperationException | SecurityException e) {
      LOG.debug("no picture in a tray: {}", e.getMessage());
      deeds.there().accept(false);
    }
  }

  private boolean add() throws AWTException {
    var menu = new PopupMenu();
    menu.add(item("Open Juntos", _ -> deeds.open().run()));
    menu.addSeparator();
    menu.add(item("Quit", _ -> deeds.quit().run()));
    var added = new TrayIcon(picture(0), "Juntos", menu);
    added.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (event.getButton() == MouseEvent.BUTTON1) {
              deeds.open().run();
            }
          }
        });
    SystemTray.getSystemTray().add(added);
    icon = added;
    return true;
  }

  private static MenuItem item(String name, ActionListener action) {
    var item = new MenuItem(name);
    item.addActionListener(action);
    return item;
  }

  private static Image picture(int waiting) {
    var size = SystemTray.getSystemTray().getTrayIconSize();
    int side = Math.max(16, Math.min(size.width, size.height));
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, side, side, Picture.paint(side, waiting), 0, side);
    return image;
  }

  @Override
  public void showCount(int waiting) {
    EventQueue.invokeLater(() -> {
      if (icon != null) {
        icon.setImage(picture(waiting));
        icon.setToolTip(waiting == 0 ? "Juntos" : "Juntos (" + waiting + ")");
      }
    });
  }

  @Override
  public void close() {
    EventQueue.invokeLater(() -> {
      if (icon != null) {
        SystemTray.getSystemTray().remove(icon);
        icon = null;
      }
    });
  }
}
