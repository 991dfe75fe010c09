package org.juntos.media.record;

import java.time.Duration;
import org.juntos.media.Octets;

/// A piece of a recording.
///
/// @param ogg Opus in Ogg: a piece of a file, which goes on with the next part
/// @param length of the message up to the end of this part
/// @param levels how loud it is, a byte for each tenth of a second; see [VoiceLevels]
public record RecordedPart(Octets ogg, Duration length, Octets levels) {}
