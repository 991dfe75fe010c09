package org.juntos.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.preview.LinkPages;
import org.juntos.engine.time.Loops;
import org.juntos.media.CodeReading;
import org.juntos.media.MediaPreparation;
import org.juntos.store.Environment;

/// What an engine is made of; `launcher.Wiring` and the testkit choose.
///
/// @param profile folder of one profile; made when it is first needed
/// @param codes reads QR codes in pictures
/// @param environment clock, randomness, keyring and database thread
/// @param counter goes on evenly while the program runs; nobody sets it, and where it begins does
///   not matter
/// @param pages what links lead to
/// @param loops what the engine's loops run on: [org.juntos.engine.time.VirtualLoops] in production
public record EngineParts(
    Path profile,
    RelayLinks links,
    MediaPreparation media,
    CodeReading codes,
    LinkPages pages,
    Environment environment,
    InstantSource counter,
    Loops loops) {
  /// For an engine that makes no previews of links.
  public EngineParts(
      Path profile,
      RelayLinks links,
      MediaPreparation media,
      CodeReading codes,
      Environment environment,
      InstantSource counter,
      Loops loops) {
    this(profile, links, media, codes, LinkPages.NOTHING, environment, counter, loops);
  }

  /// Whose clock is never set.
  public EngineParts(
      Path profile,
      RelayLinks links,
      MediaPreparation media,
      CodeReading codes,
      Environment environment,
      Loops loops) {
    this(profile, links, media, codes, environment, environment.clock(), loops);
  }

  /// For an engine that is given no pictures of codes.
  public EngineParts(
      Path profile,
      RelayLinks links,
      MediaPreparation media,
      Environment environment,
      Loops loops) {
    this(profile, links, media, CodeReading.NOTHING, environment, loops);
  }
}
