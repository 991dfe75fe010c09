package org.juntos.engine.model;

import java.time.Duration;
import java.time.Instant;
import org.juntos.wire.Bytes;

/// A voice message that was recorded in a conversation and not sent.
///
/// @param parts how many parts of it are kept: the number of the next
/// @param bars how loud it is over time: at most 128, of 0 to 255
/// @param ogg all of it, Opus in Ogg
public record RecordingView(Instant beganAt, int parts, Duration length, Bytes bars, Bytes ogg) {}
