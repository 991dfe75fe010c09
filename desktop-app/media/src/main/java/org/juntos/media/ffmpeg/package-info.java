/// Video and audio: looked at, cleaned and decoded by ffmpeg executables run as confined child
/// processes.
@NullMarked
package org.juntos.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
