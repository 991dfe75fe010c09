package org.juntos.ui.compose;

import java.util.function.Supplier;
import org.juntos.media.record.RecorderFactory;
import org.juntos.ui.attachment.Playbacks;

/// What voice messages are recorded and heard with.
///
/// @param input the microphone that the person has chosen, see [RecorderFactory#open]
public record VoiceTools(RecorderFactory recorders, Supplier<String> input, Playbacks playbacks) {}
