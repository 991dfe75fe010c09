/// Plays video and audio that a child process decodes; raw frames and samples come back through
/// pipes.
@NullMarked
package org.juntos.media.playback;

import org.jspecify.annotations.NullMarked;
