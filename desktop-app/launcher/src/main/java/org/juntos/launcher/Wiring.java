package org.juntos.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.juntos.engine.Engine;
import org.juntos.engine.EngineParts;
import org.juntos.engine.ProfileEngine;
import org.juntos.engine.connection.OkHttpRelayLinks;
import org.juntos.engine.preview.OkHttpLinkPages;
import org.juntos.engine.time.VirtualLoops;
import org.juntos.media.MediaLimits;
import org.juntos.media.child.ChildMedia;
import org.juntos.store.Environment;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.keyslot.SystemKeyring;
import org.juntos.ui.platform.AttachDevice;
import org.juntos.ui.platform.UiServices;
import org.juntos.ui.shell.DesktopUi;

/// Puts the program together: what engines and windows of one process share.
public final class Wiring implements AutoCloseable {
  private static final Duration KEYRING_LIMIT = Duration.ofSeconds(20);

  private final InstantSource clock = InstantSource.system();
  private final SecureRandom random = new SecureRandom();
  private final OkHttpRelayLinks links = new OkHttpRelayLinks(clock);
  private final OkHttpLinkPages pages = new OkHttpLinkPages(clock);
  private final ChildMedia media;

  /// @param cache for what can be made again: the unpacked media tools
  Wiring(Path cache) throws IOException {
    media = new ChildMedia(MediaLimits.STANDARD, cache.resolve("media"), random);
  }

  /// With the cache folder of the system's user.
  public static Wiring ofUser() throws IOException {
    var cache = System.getenv("XDG_CACHE_HOME");
    var base =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return new Wiring(base.resolve("juntos"));
  }

  /// The engine of a profile folder, not yet started. The caller closes it.
  ///
  /// @throws IOException when the folder cannot be read
  public Engine engine(Path profile) throws IOException {
    var environment =
        new Environment(clock, random, new SystemKeyring(KEYRING_LIMIT), DatabaseThread::own);
    return new ProfileEngine(
        new EngineParts(
            profile,
            links,
            media,
            media,
            pages,
            environment,
            Uptime.ofMachine(),
            new VirtualLoops()));
  }

  /// The window of an engine, on the JavaFX thread. The caller closes it.
  DesktopUi window(Engine engine, Path folder) {
    var services =
        new UiServices(
            media,
            media,
            media,
            AttachDevice.in(folder),
            clock,
            ZoneId.systemDefault(),
            Locale.getDefault());
    return new DesktopUi(engine, engine.models(), services);
  }

  @Override
  public void close() {
    links.close();
    pages.close();
    media.close();
  }
}
