package org.juntos.ui.platform;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.juntos.media.ImageDecoding;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.record.RecorderFactory;

/// What a window needs beside the engine.
///
/// @param images decodes received pictures outside this process
/// @param players plays video and audio
/// @param recorders records voice messages
/// @param zone of the times that are shown
public record UiServices(
    ImageDecoding images,
    PlayerFactory players,
    RecorderFactory recorders,
    Device device,
    InstantSource clock,
    ZoneId zone,
    Locale locale) {}
